package io.longhaul.lambda.runtimeapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RuntimeServerTest {

  private static final String RESPONSE =
      """
      POST /2018-06-01/runtime/invocation/7/response HTTP/1.1\r
      Host: here\r
      Lambda-Runtime-Function-Response-Mode: streaming\r
      Transfer-Encoding: chunked\r
      Trailer: Lambda-Runtime-Function-Error-Type\r
      \r
      3\r
      abc\r
      0\r
      Lambda-Runtime-Function-Error-Type: Bad\r
      \r
      """;

  private final Recorder recorder = new Recorder();
  private RuntimeServer server;
  private RuntimePort port;

  @BeforeEach
  void open() throws Exception {
    server = new RuntimeServer(1000);
    port = server.open(recorder, new NoExtensions());
  }

  @AfterEach
  void close() {
    port.close();
    server.close();
  }

  @Test
  void trailersTellAnErrorAfterTheBody() throws Exception {
    assertThat(send(RESPONSE)).startsWith("HTTP/1.1 202 ");
    assertThat(recorder.said).containsExactly("error 7 Bad");
  }

  @Test
  void initErrorThatIsNotTakenIsAWrongTransition() throws Exception {
    var request =
        "POST /2018-06-01/runtime/init/error HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}";
    assertThat(send(request)).startsWith("HTTP/1.1 202 ");
    recorder.initialised = true;
    assertThat(send(request, "}"))
        .startsWith("HTTP/1.1 403 ")
        .contains("\"errorType\":\"InvalidStateTransition\"");
  }

  @Test
  void stackTraceOfAMegabyteFitsIntoAHeader() throws Exception {
    var cause = "x".repeat(1 << 20);
    var request =
        "POST /2018-06-01/runtime/invocation/7/error HTTP/1.1\r\nHost: here\r\n"
            + "Lambda-Runtime-Function-XRay-Error-Cause: "
            + cause
            + "\r\nContent-Length: 2\r\n\r\n{}";
    assertThat(send(request)).startsWith("HTTP/1.1 202 ");
    assertThat(recorder.said).containsExactly("error 7 ");
  }

  @Test
  void nothingThatAClientSendsStopsTheServer() throws Exception {
    var random = new Random(5);
    for (int i = 0; i < 500; i++) {
      sendOnly(mutated(RESPONSE.getBytes(ISO_8859_1), random));
    }
    recorder.said.clear();
    assertThat(send(RESPONSE)).startsWith("HTTP/1.1 202 ");
    assertThat(recorder.said).contains("error 7 Bad");
  }

  private static byte[] mutated(byte[] valid, Random random) {
    byte[] bytes = valid.clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private String send(String request) throws IOException {
    try (var socket = socket()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readNBytes(16), ISO_8859_1);
    }
  }

  /** Reads up to what the answer's body ends with. */
  private String send(String request, String end) throws IOException {
    try (var socket = socket()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      var answer = new StringBuilder();
      while (answer.indexOf(end) < 0) {
        int read = socket.getInputStream().read();
        assertThat(read).as(answer::toString).isNotNegative();
        answer.append((char) read);
      }
      return answer.toString();
    }
  }

  private void sendOnly(byte[] request) throws IOException {
    try (var socket = socket()) {
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
    }
  }

  private Socket socket() throws IOException {
    var address = port.address();
    int at = Integer.parseInt(address.substring(address.indexOf(':') + 1));
    return new Socket(InetAddress.getLoopbackAddress(), at);
  }

  private static final class Recorder implements RuntimeListener {
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean initialised;

    @Override
    public void next(Poll poll) {
      said.add("next");
    }

    @Override
    public boolean response(String requestId, byte @Nullable [] output) {
      said.add("response " + requestId);
      return true;
    }

    @Override
    public @Nullable Upload stream(String requestId, String contentType, Valve valve) {
      return null;
    }

    @Override
    public boolean error(String requestId, Report report) {
      said.add("error " + requestId + " " + report.errorType());
      return true;
    }

    @Override
    public boolean initError(Report report) {
      said.add("init error");
      return !initialised;
    }

    @Override
    public void left(Poll poll) {
      said.add("left");
    }

    @Override
    public void gone(String requestId) {
      said.add("gone " + requestId);
    }
  }

  private static final class NoExtensions implements ExtensionListener {
    private static final ExtensionReply NONE = ExtensionReply.of(403, Json.of("{}"));

    @Override
    public ExtensionReply register(String name, Json wanted) {
      return NONE;
    }

    @Override
    public void next(String identifier, Consumer<ExtensionReply> poll) {
      poll.accept(NONE);
    }

    @Override
    public ExtensionReply failed(String identifier, String phase, Report report) {
      return NONE;
    }

    @Override
    public ExtensionReply subscribe(String identifier, Json subscription) {
      return NONE;
    }
  }
}
