package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service whose function, a real process, holds the calls that a test tells it to hold. */
final class HeldService implements AutoCloseable {

  static final String INVOKE = "/2015-03-31/functions/held/invocations";
  static final String STREAM = "/2021-11-15/functions/held/response-streaming-invocations";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServerSocket gate;
  private final Service service;

  private HeldService(ServerSocket gate, Service service) {
    this.gate = gate;
    this.service = service;
  }

  /**
   * Starts one.
   *
   * @param lines more lines of its manifest
   */
  static HeldService start(Path folder, String... lines) throws IOException {
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
    var gate = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return new HeldService(
        gate, new AgentFolder(folder).start(Map.of("PATH", System.getenv("PATH"))));
  }

  private static String client() throws IOException {
    try (var in = HeldService.class.getResourceAsStream("holding.py")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  /** The event of a call that is held. */
  String held() {
    return "{\"gate\":" + gate.getLocalPort() + "}";
  }

  /** Waits until a held call runs, which goes on when what this gives is closed. */
  Socket awaitHeld() throws IOException {
    return gate.accept();
  }

  CompletableFuture<HttpResponse<String>> send(String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  /** What a call that is not held tells of its process. */
  JsonNode invoke(String event) {
    return told(send(INVOKE, event).join());
  }

  /** What a call told of its process: which it is, the calls before it, and the variable MODEL. */
  static JsonNode told(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** What a path answers. */
  String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(service.url() + path));
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }

  /** How many jobs are in a state. */
  long jobs(String state) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get("/jobs?state=" + state)).get("jobs").size();
  }

  @Override
  public void close() throws IOException {
    service.close();
    gate.close();
  }
}
