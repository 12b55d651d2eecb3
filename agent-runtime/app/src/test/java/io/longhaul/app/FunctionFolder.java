package io.longhaul.app;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder with a Lambda function, served under AWS's own client. */
final class FunctionFolder implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Service service;

  private FunctionFolder(Service service) {
    this.service = service;
  }

  /**
   * A runtime that .ci/run has installed.
   *
   * @param word as a manifest names it
   */
  record Installed(String word, Path home) {

    /** Skips the test where it is not. */
    static Installed node(String client) {
      return new Installed(client.replaceAll("-.*", ""), nodes().resolve(client));
    }

    /** Skips the test where it is not. */
    static Installed python() {
      return new Installed("python3.13", there("LONGHAUL_TEST_PYTHON"));
    }
  }

  /**
   * Starts it.
   *
   * @param more lines of the manifest
   */
  static FunctionFolder serve(Path folder, Installed runtime, String handler, String... more)
      throws IOException {
    Files.writeString(
        folder.resolve("agent.yaml"), manifest(runtime.word(), handler, String.join("\n", more)));
    Files.createDirectories(folder.resolve("layer"));
    var home = runtime.home().toString();
    return new FunctionFolder(
        new AgentFolder(folder)
            .start(Map.of("API_KEYS", "k"), "--runtime", home, "--log-level", "info"));
  }

  private static String manifest(String runtime, String handler, String more) {
    return """
    manifest: 1
    name: tested
    version: 1.0.0
    description: Does what it is told
    runtime: %s
    handler: %s
    code: src
    layers: [layer]
    function-name: Tested_prod
    env: {MODE: test}
    resources: {memory: 2GB}
    %s
    """
        .formatted(runtime, handler, more);
  }

  /** Where Node and its packages are; skips the test where they are not. */
  static Path nodes() {
    return there("LONGHAUL_TEST_NODE");
  }

  private static Path there(String variable) {
    var folder = System.getenv(variable);
    assumeThat(folder)
        .as("skipped: %s names no folder with AWS's runtime client; .ci/run makes one", variable)
        .isNotNull();
    return Path.of(folder);
  }

  static void write(Path folder, String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Without a slash at its end. */
  String url() {
    return service.url();
  }

  HttpResponse<String> execute(String event) throws Exception {
    return post("/execute", event);
  }

  /** By Lambda's own API, whose callers get errors as the client reported them. */
  HttpResponse<String> invoke(String event) throws Exception {
    return post("/2015-03-31/functions/Tested_prod/invocations", event);
  }

  private HttpResponse<String> post(String path, String event) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    service.close();
  }
}
