package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** A service in a process of its own, so that it can be killed. */
final class ServiceProcess implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final ServiceFile.Content told;

  private ServiceProcess(Process process, ServiceFile.Content told) {
    this.process = process;
    this.told = told;
  }

  /**
   * Starts one, and waits until it serves.
   *
   * @param around a command that runs it
   * @param folder of the agent; the data are in it
   */
  static ServiceProcess start(List<String> around, Path folder, int port) throws IOException {
    var line = new ArrayList<>(around);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    var data = folder.resolve("data");
    line.addAll(List.of("--manifest", folder.toString(), "--data", data.toString()));
    line.addAll(List.of("--port", Integer.toString(port), "--log-level", "warn"));
    var process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(process.inputReader().readLine()).contains("serves on");
    var file = Files.readAllBytes(data.resolve(ServiceFile.NAME));
    return new ServiceProcess(
        process, JsonMapper.shared().readValue(file, ServiceFile.Content.class));
  }

  /** The service itself, not what runs it. */
  ProcessHandle handle() {
    return ProcessHandle.of(told.pid()).orElseThrow();
  }

  int port() {
    return URI.create(told.url()).getPort();
  }

  CompletableFuture<HttpResponse<String>> execute(String input) {
    var request =
        HttpRequest.newBuilder(URI.create(told.url() + "/execute"))
            .POST(BodyPublishers.ofString(input))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  /** Asks it to end, unless it was killed, and waits for that. */
  @Override
  public void close() {
    ProcessHandle.of(told.pid()).ifPresent(ProcessHandle::destroy);
    assertThat(process.onExit()).as("end of the service").succeedsWithin(Duration.ofSeconds(60));
  }
}
