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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ServiceTest {

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void startedServiceAnswers() throws Exception {
    try (var service = AgentFolder.of(folder).start()) {
      assertThat(service.greeting()).isEqualTo("greeter 1.0.0 serves on " + service.url());
      var answer = post(service, "/execute", "World");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"greeting\":\"Hello World\"");
    }
  }

  @Test
  void serviceFileTellsWhereItServesAndGoesWithIt() throws Exception {
    var agent = AgentFolder.of(folder);
    var file = agent.data().resolve(ServiceFile.NAME);
    try (var service = agent.start()) {
      var content = JsonMapper.shared().readTree(Files.readString(file));
      assertThat(content.path("url").stringValue()).isEqualTo(service.url());
      assertThat(content.path("pid").longValue()).isEqualTo(ProcessHandle.current().pid());
      assertThat(content.path("name").stringValue()).isEqualTo("greeter");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void dataFolderIsItsOwnersAlone() throws Exception {
    var agent = AgentFolder.of(folder);
    try (var service = agent.start()) {
      assertThat(service.url()).startsWith("http");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(agent.data())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void jobGoesOnAfterARestart() throws Exception {
    var agent = AgentFolder.of(folder);
    String job;
    try (var service = agent.start()) {
      job =
          post(service, "/execute", "slow", "Prefer", "respond-async")
              .headers()
              .firstValue("Location")
              .orElseThrow();
    }
    try (var service = agent.start()) {
      assertThat(get(service, job).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void ecsAsksForAKey() throws Exception {
    var environment = Map.of("ECS_CONTAINER_METADATA_URI_V4", "x", "API_KEYS", "secret-key");
    var agent = AgentFolder.of(folder, "access: {auth: api-key}");
    try (var service = agent.start(environment, "--host", "127.0.0.1")) {
      assertThat(post(service, "/execute", "World").statusCode()).isEqualTo(401);
      assertThat(post(service, "/execute", "World", "X-Api-Key", "secret-key").statusCode())
          .isEqualTo(200);
    }
  }

  private HttpResponse<String> post(Service service, String path, String name, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\"}"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(Service service, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(service.url() + path)).build(), BodyHandlers.ofString());
  }
}
