package io.longhaul.app;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Serves an agent that does nothing, asks it what callers ask first, and ends: what the JVM's AOT
 * cache is recorded from. No agent of anybody's runs, and nothing outside a temporary folder is
 * touched.
 */
public final class Training {

  private static final String MANIFEST =
      """
      manifest: 1
      name: training
      version: 0.0.0
      description: Does nothing.
      handler: %s
      """
          .formatted(Nothing.class.getName());

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  private Training(String url) {
    this.url = url;
  }

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("longhaul-training");
    try {
      Path manifest = Files.writeString(folder.resolve("agent.yaml"), MANIFEST);
      var line =
          List.of(
              "--port=0",
              "--drain=1s",
              "--manifest=" + manifest,
              "--data=" + folder.resolve("data"));
      var options = CommandLine.parse(line);
      try (var service = Service.start(options, Map.of())) {
        new Training(service.url()).rehearse();
      }
    } finally {
      delete(folder);
    }
    System.exit(0);
  }

  private void rehearse() throws IOException, InterruptedException {
    for (var path :
        List.of("/status", "/-/status", "/status/ready", "/discover", "/openapi.json")) {
      send(request(path).GET());
    }
    for (int i = 0; i < 20; i++) {
      send(call());
      send(call().header("Prefer", "respond-async"));
    }
    send(request("/jobs").GET());
  }

  private HttpRequest.Builder call() {
    return request("/execute")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"text\": \"again\"}"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    http.send(request.build(), BodyHandlers.discarding());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The agent that does nothing. Public, because the runtime constructs it. */
  public static final class Nothing implements Agent<Nothing.Words, Nothing.Words> {

    /** What it takes and gives back. */
    public record Words(String text) {}

    @Override
    public Words execute(Words words, AgentContext context) {
      context.progress(1, words.text());
      return words;
    }
  }
}
