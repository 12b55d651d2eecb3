package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function URL whose function answers in parts, with a prelude and without. */
class StreamedHttpTest {

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Service service;

  @BeforeEach
  void start() throws IOException {
    assumeThat(Path.of("/usr/bin/python3")).as("skipped: no python3").isExecutable();
    var code = Files.createDirectory(folder.resolve("src"));
    var bootstrap = code.resolve("bootstrap");
    try (var script = StreamedHttpTest.class.getResourceAsStream("streaming.py")) {
      Files.copy(Objects.requireNonNull(script), bootstrap);
    }
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: streaming
        version: 1.0.0
        description: Answers in parts
        runtime: provided.al2023
        handler: any
        code: src
        http: {event: function-url}
        """);
    service = new AgentFolder(folder).start(Map.of("PATH", "/usr/bin:/bin"));
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void preludeGivesStatusHeadersAndCookies() throws Exception {
    var answer = get("/prelude");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("x-own")).contains("yes");
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    assertThat(answer.body()).isEqualTo("one two");
  }

  @Test
  void withoutAPreludeItIsA200OfTheTypeThatTheFunctionSays() throws Exception {
    var answer = get("/plain");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.body()).isEqualTo("one two");
  }

  @Test
  void partsAreSentBeforeTheFunctionEnds() throws Exception {
    var request = HttpRequest.newBuilder(URI.create(service.url() + "/gated")).build();
    var answer = http.send(request, BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      assertThat(new String(body.readNBytes(4), UTF_8)).isEqualTo("one ");
      Files.createFile(folder.resolve("src/go")); // the function waits for it
      assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("two");
    }
  }

  @Test
  void answerThatBreaksOffIsNotTakenForWhole() {
    assertThatThrownBy(() -> get("/fail-late")).isInstanceOf(IOException.class);
  }

  @Test
  void preludeThatIsNoneIsTheGatewaysError() throws Exception {
    assertThat(get("/bad-prelude").statusCode()).isEqualTo(502);
    assertThat(get("/endless-prelude").statusCode()).isEqualTo(502);
    assertThat(get("/plain").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(service.url() + path)).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
