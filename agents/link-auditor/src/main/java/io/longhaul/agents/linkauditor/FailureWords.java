package io.longhaul.agents.linkauditor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in words for a report why no answer came. */
final class FailureWords {

  private FailureWords() {}

  static String of(IOException failure) {
    return switch (failure) {
      case UnknownHostException e -> String.valueOf(e.getMessage());
      case ConnectTimeoutException _ -> "no connection within 3 s";
      case SocketTimeoutException e -> String.valueOf(e.getMessage());
      case NoRouteToHostException _ -> "there is no route to the host";
      case ConnectException _ -> "the connection was refused";
      case SSLException e -> tls(e);
      case ZipException _ -> "its content cannot be unpacked";
      case ClientProtocolException _ -> "the answer is no valid HTTP";
      default -> mayPass(failure) ? "the connection broke off" : "it failed: " + failure;
    };
  }

  /** True where another try may help: the connection stood, and broke. */
  static boolean mayPass(IOException failure) {
    return switch (failure) {
      case ConnectException _, NoRouteToHostException _ -> false;
      case NoHttpResponseException _, ConnectionClosedException _, SocketException _ -> true;
      default -> false;
    };
  }

  private static String tls(SSLException failure) {
    if (hasCause(failure, CertificateExpiredException.class)) {
      return "its certificate has expired";
    }
    return switch (failure) {
      case SSLPeerUnverifiedException _ -> "its certificate is for another name";
      case SSLHandshakeException e when String.valueOf(e.getMessage()).contains("PKIX") ->
          "its certificate is not from a trusted authority";
      default -> "TLS failed: " + failure.getMessage();
    };
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(10)
        .anyMatch(type::isInstance);
  }
}
