package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Holds the table of deviations in docs/guides/calling-an-agent.md against a service. */
class MigrationGuideTest {

  private static final Path PAGE = Path.of("../../docs/guides/calling-an-agent.md");

  @TempDir Path folder;

  @Test
  void asynchronousCallIsAnsweredAsThePageSays() throws Exception {
    assertThat(documented("an asynchronous call was accepted"))
        .isEqualTo(answer("World", "respond-async", "status"));
  }

  @Test
  void failureIsAnsweredAsThePageSays() throws Exception {
    assertThat(documented("the agent's code failed")).isEqualTo(answer("broken", "", "success"));
  }

  /** The last column of a row. */
  private static String documented(String situation) throws Exception {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| " + situation + " |"))
        .map(
            line -> line.substring(line.lastIndexOf('|', line.length() - 2) + 1, line.length() - 1))
        .map(cell -> cell.replace("`", "").strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No row \"" + situation + "\" in " + PAGE));
  }

  /** Status and one member of the body, as the page writes them. */
  private String answer(String name, String prefer, String member) throws Exception {
    try (var service = AgentFolder.of(folder).start();
        var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(service.url() + "/execute"))
              .header("Content-Type", "application/json")
              .header("Prefer", prefer)
              .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
              .build();
      var answer = http.send(request, BodyHandlers.ofString());
      var value = JsonMapper.shared().readTree(answer.body()).path(member);
      return "%d \"%s\":%s".formatted(answer.statusCode(), member, value);
    }
  }
}
