package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;

/** An answer in chunks with trailers, which the JDK's client cannot send. */
final class TestStream {

  private final Socket socket;

  private TestStream(Socket socket) {
    this.socket = socket;
  }

  static TestStream begin(String api, String id) throws IOException {
    var colon = api.indexOf(':');
    var stream =
        new TestStream(
            new Socket(api.substring(0, colon), Integer.parseInt(api.substring(colon + 1))));
    stream.write(
        "POST /2018-06-01/runtime/invocation/"
            + id
            + "/response HTTP/1.1\r\nHost: "
            + api
            + "\r\nLambda-Runtime-Function-Response-Mode: streaming\r\n"
            + "Transfer-Encoding: chunked\r\nContent-Type: text/x-parts\r\n"
            + "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n");
    return stream;
  }

  TestStream part(String text) throws IOException {
    write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    return this;
  }

  /** Ends, and waits for the answer. */
  void end(String trailers) throws IOException {
    write("0\r\n" + trailers + "\r\n");
    if (socket.getInputStream().read() < 0) {
      throw new IOException("no answer");
    }
    close();
  }

  void close() throws IOException {
    socket.close();
  }

  private void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }
}
