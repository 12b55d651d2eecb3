package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function in Go under aws-lambda-go, compiled here. */
@Tag("slow")
class GoFunctionTest {

  @TempDir private static Path folder;
  private static Service service;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    var source = Files.createDirectory(folder.resolve("go"));
    var compiler = Compiler.of("go", "go", source, "main.go", "go.mod", "go.sum");
    var bootstrap = Files.createDirectory(folder.resolve("src")).resolve("bootstrap");
    compiler.run(
        "env", "CGO_ENABLED=0", "go", "build", "-tags", "lambda.norpc", "-o", bootstrap.toString());
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: tested-in-go
        version: 1.0.0
        description: Does what it is told
        runtime: provided.al2023
        handler: any
        code: src
        concurrency: 8
        """);
    service = new AgentFolder(folder).start(Map.of("PATH", "/usr/bin:/bin"));
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void unmodifiedFunctionIsServed() throws Exception {
    assertThat(execute("{\"text\": \"there\"}").body())
        .contains("\"text\":\"go there\"")
        .containsPattern("\"hours\":(24|23\\.9)")
        .containsPattern("\"id\":\"[0-9a-f-]{36}\"");
  }

  @Test
  void sixMegabytesGoInAndOut() throws Exception {
    var text = "x".repeat(5_900_000);
    assertThat(execute("{\"text\": \"" + text + "\"}").body()).contains("\"go " + text + "\"");
  }

  @Test
  void errorIsAFailureThatNamesIt() throws Exception {
    assertThat(execute("{\"do\": \"fail\"}").body()).contains("errorString: no luck");
  }

  @Test
  void panicEndsItsCallOnly() throws Exception {
    assertThat(execute("{\"do\": \"panic\"}").body()).contains("in a panic");
    assertThat(execute("{\"text\": \"again\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void streamIsCollectedForWhoWantsItWhole() throws Exception {
    assertThat(execute("{\"do\": \"stream\"}").body()).contains("\"result\":\"one two\"");
  }

  @Test
  void callsSideBySideMeetInOneProcess() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          Collections.nCopies(8, (Callable<String>) () -> execute("{\"do\": \"meet\"}").body());
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).contains("\"result\":\"met\"");
      }
    }
  }

  private HttpResponse<String> execute(String event) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(service.url() + "/execute"));
    return http.send(request.POST(BodyPublishers.ofString(event)).build(), BodyHandlers.ofString());
  }
}
