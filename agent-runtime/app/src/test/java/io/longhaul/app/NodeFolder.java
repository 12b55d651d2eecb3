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

/** A folder with a Node function, served under AWS's own client. */
final class NodeFolder implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Service service;

  private NodeFolder(Service service) {
    this.service = service;
  }

  /**
   * Starts it.
   *
   * @param client folder of LONGHAUL_TEST_NODE
   * @param more lines of the manifest
   */
  static NodeFolder serve(Path folder, String client, String handler, String... more)
      throws IOException {
    var runtime = runtimes().resolve(client);
    var word = client.replaceAll("-.*", "");
    Files.writeString(
        folder.resolve("agent.yaml"), manifest(word, handler, String.join("\n", more)));
    Files.createDirectories(folder.resolve("layer"));
    var agent = new AgentFolder(folder);
    return new NodeFolder(agent.start(Map.of("API_KEYS", "k"), "--runtime", runtime.toString()));
  }

  private static String manifest(String runtime, String handler, String more) {
    return """
    manifest: 1
    name: node-tested
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

  /** Where .ci/run installs the clients; skips the test where it did not. */
  static Path runtimes() {
    var runtimes = System.getenv("LONGHAUL_TEST_NODE");
    assumeThat(runtimes)
        .as(
            "skipped: LONGHAUL_TEST_NODE names no folder with Node and AWS's clients for it;"
                + " .ci/run makes one")
        .isNotNull();
    return Path.of(runtimes);
  }

  static void write(Path folder, String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  HttpResponse<String> execute(String event) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + "/execute"))
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
