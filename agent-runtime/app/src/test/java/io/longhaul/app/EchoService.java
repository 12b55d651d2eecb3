package io.longhaul.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service around {@link EchoFunction}, and ways to call it. */
final class EchoService implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Service service;
  private final HttpClient http = HttpClient.newHttpClient();

  private EchoService(Service service) {
    this.service = service;
  }

  /** Starts one on this machine, with the lines that its manifest's http has. */
  static EchoService local(Path folder, String http) throws IOException {
    return new EchoService(agent(folder, http).start());
  }

  /** Starts one behind a kind of API that lets in whoever has a token of an issuer. */
  static EchoService withTokens(Path folder, String event, URI issuer) throws IOException {
    var http =
        "{event: %s}\naccess: {auth: jwt, issuer: \"%s\", audience: echo}".formatted(event, issuer);
    return new EchoService(agent(folder, http).start("--access", "jwt"));
  }

  /** Starts one as it would stand behind a load balancer. */
  static EchoService behindProxy(Path folder, String http) throws IOException {
    var environment = Map.of("ECS_CONTAINER_METADATA_URI_V4", "x", "ENVIRONMENT", "test");
    return new EchoService(
        agent(folder, http).start(environment, "--host", "127.0.0.1", "--access", "none"));
  }

  private static AgentFolder agent(Path folder, String http) throws IOException {
    EchoFunction.install(Files.createDirectories(folder.resolve("src")));
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: echo
        version: 1.0.0
        description: Answers its event
        runtime: provided.al2023
        handler: echo
        code: src
        http: %s
        """
            .formatted(http));
    return new AgentFolder(folder);
  }

  String url() {
    return service.url();
  }

  /** A request to be completed. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service.url() + path));
  }

  /** A request for which the function answers exactly this. */
  HttpRequest.Builder answering(String answer) {
    var coded = Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.UTF_8));
    return request("/any").header("x-answer", coded);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends bytes as they are, and answers everything that comes back. */
  byte[] raw(byte[] request) throws IOException {
    var port = URI.create(service.url()).getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput(); // the service closes once it has answered
      return socket.getInputStream().readAllBytes();
    }
  }

  /** The event that the function got for a request. */
  JsonNode event(HttpRequest.Builder request) throws IOException, InterruptedException {
    return JSON.readTree(send(request).body());
  }

  @Override
  public void close() {
    service.close();
  }
}
