package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Who gets the instances of a Lambda handler: real processes that a test holds. */
@Timeout(120)
class WaitingCallsTest {

  private static final String INVOKE = "/2015-03-31/functions/held/invocations";
  private static final String STREAM = "/2021-11-15/functions/held/response-streaming-invocations";

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private ServerSocket gate;

  @BeforeEach
  void open() throws IOException {
    gate = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    gate.close();
  }

  private Service start(String... lines) throws IOException {
    var code = Files.createDirectory(folder.resolve("src"));
    var bootstrap = code.resolve("bootstrap");
    Files.writeString(bootstrap, "#!/usr/bin/env python3\n" + client());
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: held
        version: 1.0.0
        description: Waits until it is let go
        runtime: provided.al2023
        handler: any
        code: src
        """
            + String.join("\n", lines));
    return new AgentFolder(folder).start(Map.of("PATH", System.getenv("PATH")));
  }

  private static String client() throws IOException {
    try (var in = WaitingCallsTest.class.getResourceAsStream("holding.py")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  @Test
  void jobsLeaveAnInstanceToHttp() throws Exception {
    try (var service = start("instances: 2")) {
      for (int event = 0; event < 3; event++) {
        var taken = send(service, INVOKE, held(), "X-Amz-Invocation-Type", "Event").join();
        assertThat(taken.statusCode()).isEqualTo(202);
      }
      try (var _ = gate.accept()) {
        assertThat(send(service, "/execute", "{}").join().statusCode()).isEqualTo(200);
        assertThat(send(service, INVOKE, "{}").join().statusCode()).isEqualTo(200);
        assertThat(jobs(service, "running")).isEqualTo(1);
        assertThat(jobs(service, "queued")).isEqualTo(2);
      }
      gate.accept().close();
      gate.accept().close();
      await().atMost(Duration.ofSeconds(60)).until(() -> jobs(service, "succeeded") == 3);
    }
  }

  @Test
  void callsForWhichNoPlaceIsLeftAreToldToComeBackOnEveryPath() throws Exception {
    try (var service = start("instances: 1", "http: {waiting: 0}")) {
      var first = send(service, INVOKE, held());
      try (var _ = gate.accept()) {
        for (var path : List.of("/execute", "/invocations", INVOKE, STREAM)) {
          var refused = send(service, path, "{}").join();
          assertThat(refused.statusCode()).as(path).isEqualTo(429);
          assertThat(refused.headers().firstValue("Retry-After")).as(path).hasValue("1");
        }
      }
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(send(service, "/execute", "{}").join().statusCode()).isEqualTo(200);
    }
  }

  private String held() {
    return "{\"gate\":" + gate.getLocalPort() + "}";
  }

  private long jobs(Service service, String state) throws Exception {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(service.url() + "/jobs?state=" + state)).build(),
            BodyHandlers.ofString());
    return JsonMapper.shared().readTree(answer.body()).get("jobs").size();
  }

  private CompletableFuture<HttpResponse<String>> send(
      Service service, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }
}
