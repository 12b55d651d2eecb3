package io.longhaul.app;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Default;
import io.longhaul.agent.Description;
import io.longhaul.agent.Maximum;
import io.longhaul.agent.Minimum;
import io.longhaul.jobs.embedded.SqliteLibrary;
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
 * touched but the library's file.
 */
public final class Training {

  /** Has one of each part that agents usually have, so that its classes are in the cache. */
  private static final String MANIFEST =
      """
      manifest: 1
      name: training
      version: 0.0.0
      owner: longhaul
      description: Does nothing.
      capabilities: [do-nothing]
      kind: long
      handler: %s
      config:
        LEVEL: {default: "4"}
        WORDS: {default: "a, b"}
      clients:
        plain: {}
        careful: {timeout: 60s, retries: 2, rate: 20/s, concurrency: 4, circuit-breaker: none}
      jobs: {concurrency: 2, attempts: 3, backoff: 10s}
      resources: {cpu: 512, memory: 1GB}
      environments:
        local:
          config:
            LEVEL: {default: "5"}
      """
          .formatted(Nothing.class.getName());

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  private Training(String url) {
    this.url = url;
  }

  /** Takes the file into which SQLite's library is unpacked, for those who use the cache. */
  public static void main(String[] args) throws IOException, InterruptedException {
    SqliteLibrary.unpack(Path.of(args[0]));
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
    @Description("Some words.")
    public record Words(
        @Description("The words.") @Maximum(500) String text,
        @Description("How often.") @Default("1") @Minimum(1) @Maximum(5) int times) {}

    /** What operators choose. */
    record Choice(int level, List<String> words) {}

    private final Choice choice;

    /** Made by the runtime. */
    public Nothing(AgentSetup setup) {
      this.choice = setup.config(Choice.class);
    }

    @Override
    public Words execute(Words words, AgentContext context) {
      context.checkpoint(words);
      context.progress(1, "level " + choice.level());
      return words;
    }
  }
}
