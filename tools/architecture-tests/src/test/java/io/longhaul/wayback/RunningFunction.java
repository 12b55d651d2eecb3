package io.longhaul.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A function on a service of ours, which is Lambda for it: AWS's client, in a process of its own.
 */
final class RunningFunction implements AutoCloseable {

  private final Process service;
  private final String url;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningFunction(Process service, String url, Path log) {
    this.service = service;
    this.url = url;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param folder a new one
   * @param zip the code
   * @param env lines for the manifest's env
   */
  static RunningFunction start(Path folder, Path zip, String env) throws IOException {
    Files.createDirectories(folder);
    Files.copy(zip, folder.resolve("function.zip"));
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: way-back
        version: 1.0.0
        description: A native agent as a Lambda function
        runtime: java25
        handler: io.longhaul.app.LambdaEntry
        code: function.zip
        env: {%s, JAVA_TOOL_OPTIONS: "-XX:TieredStopAtLevel=1"}  # as Lambda sets it
        resources: {cpu: 512, memory: 1GB}
        """
            .formatted(env));
    var log = folder.resolve("log");
    var service =
        new ProcessBuilder(command(folder))
            .directory(folder.toFile())
            .redirectError(log.toFile())
            .start();
    var greeting = service.inputReader().readLine();
    assertThat(greeting).as(Files.readString(log)).contains("serves on http");
    return new RunningFunction(service, greeting.substring(greeting.indexOf("http")), log);
  }

  private static List<String> command(Path folder) throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "io.longhaul.app.Main",
        "--port=0",
        "--drain=1s",
        "--manifest=" + folder,
        "--data=" + folder.resolve("data"),
        "--runtime=" + client(folder.resolve("runtime")));
  }

  /** AWS's client, as ./longhaul run installs it. */
  private static Path client(Path home) throws IOException {
    var lib = Files.createDirectories(home.resolve("lib"));
    try (var library =
        AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-x86_64.so")) {
      Files.copy(Objects.requireNonNull(library), home.resolve("libaws-lambda-jni.so"));
    }
    for (var entry : System.getProperty("java.class.path").split(":", -1)) {
      if (entry.matches(".*/aws-lambda-java-[^/]*\\.jar")) {
        Files.copy(Path.of(entry), lib.resolve(Path.of(entry).getFileName()));
      }
    }
    return home;
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Waits until the agent asks for its first call, and tells how long its process took to. */
  Duration coldStart() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url + "/status/ready")).build();
    while (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
      assertThat(service.isAlive()).isTrue();
    }
    var ready = Instant.now();
    return service
        .descendants()
        .map(ProcessHandle::info)
        .filter(info -> info.command().orElse("").endsWith("/java"))
        .flatMap(info -> info.startInstant().stream())
        .map(start -> Duration.between(start, ready))
        .findFirst()
        .orElseThrow();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    service.toHandle().destroy();
    var _ = service.onExit().join();
  }
}
