package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent site-pulse: a shell script under a runtime client of its own. */
class ShellAgentTest {

  private static final Path AGENT = Path.of("../../agents/site-pulse").toAbsolutePath().normalize();

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path data;
  private HttpServer site;
  private Service service;

  @BeforeEach
  void start() throws Exception {
    assumeThat(Path.of("/usr/bin/curl")).as("skipped: curl is not installed").isExecutable();
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/teapot",
        exchange -> {
          exchange.sendResponseHeaders(418, 5);
          exchange.getResponseBody().write("short".getBytes(UTF_8));
          exchange.close();
        });
    site.start();
    service =
        new AgentFolder(AGENT)
            .start(
                Map.of("PATH", "/usr/bin:/bin"),
                "--data",
                Files.createDirectory(data.resolve("d")).toString());
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
      site.stop(0);
    }
  }

  @Test
  void tellsHowASiteAnswered() throws Exception {
    var answer = ask("http://127.0.0.1:" + site.getAddress().getPort() + "/teapot");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"status\":418", "\"bytes\":5", "\"reached\":true", "\"curl_exit\":0")
        .containsPattern("\"total\":[0-9.]+");
  }

  @Test
  void siteThatDoesNotAnswerIsAFinding() throws Exception {
    site.stop(0);
    var answer = ask("http://127.0.0.1:" + site.getAddress().getPort() + "/");
    assertThat(answer.body()).contains("\"status\":0", "\"reached\":false", "\"curl_exit\":7");
  }

  @Test
  void whatIsNoWebAddressIsNotAsked() throws Exception {
    for (var url : new String[] {"file:///etc/passwd", "http://a b", "-o /tmp/x"}) {
      var answer = ask(url);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("InvalidInput");
    }
  }

  private HttpResponse<String> ask(String url) throws Exception {
    var body = BodyPublishers.ofString("{\"url\": \"" + url + "\"}");
    var request = HttpRequest.newBuilder(URI.create(service.url() + "/execute"));
    return http.send(request.POST(body).build(), BodyHandlers.ofString());
  }
}
