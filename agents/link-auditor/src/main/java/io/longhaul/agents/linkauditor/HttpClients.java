package io.longhaul.agents.linkauditor;

import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/**
 * Builds the HTTP client of an audit: it asks what it is told to and nothing else. No redirects,
 * retries, cookies or credentials of its own, and no proxy from the environment, which would
 * connect to an address that nobody judged.
 */
final class HttpClients {

  private static final int MAX_HEADERS = 200;
  private static final int MAX_HEADER_LENGTH = 32 * 1024;

  private HttpClients() {}

  static CloseableHttpClient create(DnsResolver resolver, String userAgent) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections(resolver))
        .setUserAgent(userAgent)
        .setDefaultHeaders(
            List.of(
                new BasicHeader("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"),
                new BasicHeader("Accept-Encoding", "gzip")))
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression() // Body unpacks, within its limit
        .build();
  }

  private static HttpClientConnectionManager connections(DnsResolver resolver) {
    return new DirectConnections()
        .setDnsResolver(resolver)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(headerLimits()).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofSeconds(3))
                .setSocketTimeout(Timeout.ofMinutes(1))
                .setTimeToLive(Timeout.ofMinutes(5))
                .build())
        .setMaxConnTotal(256)
        .setMaxConnPerRoute(64)
        .build();
  }

  /** The defaults know no limit. */
  private static Http1Config headerLimits() {
    return Http1Config.custom()
        .setMaxHeaderCount(MAX_HEADERS)
        .setMaxLineLength(MAX_HEADER_LENGTH)
        .build();
  }

  /** A plain {@code new Socket()} would go through the SOCKS proxy of the JVM's settings. */
  private static final class DirectConnections extends PoolingHttpClientConnectionManagerBuilder {

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
      return new DefaultHttpClientConnectionOperator(
          _ -> new Socket(Proxy.NO_PROXY),
          ports,
          resolver,
          RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
    }
  }
}
