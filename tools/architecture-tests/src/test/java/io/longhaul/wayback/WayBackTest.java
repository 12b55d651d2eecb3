package io.longhaul.wayback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The link auditor, as the guide deploys it. */
@Timeout(180)
class WayBackTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @TempDir static Path folder;

  private static HttpServer site;

  @BeforeAll
  static void build() throws Exception {
    assumeThat(ROOT.resolve("agents/link-auditor/target"))
        .as("skipped: the agent is not packaged; run ./mvnw verify")
        .isDirectoryContaining("glob:**.class-path");
    Guide.build(ROOT, folder.resolve("function"));
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          boolean home = exchange.getRequestURI().getPath().equals("/");
          byte[] page = "<a href='/gone'>gone</a>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(home ? 200 : 404, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.stop(0);
    }
  }

  @Test
  void agentRunsUnmodified() throws Exception {
    var env = "ALLOW_ADDRESSES: loopback, ENVIRONMENT: prod";
    try (var function = RunningFunction.start(folder.resolve("a"), zip(), env)) {
      var cold = function.coldStart();
      System.out.println("way back: cold start of link-auditor in ms: " + cold.toMillis());
      assertThat(cold).isLessThan(Duration.ofSeconds(60));
      var audit = function.post("/execute", audit());
      assertThat(audit.body()).contains("\"success\":true", "/gone", "404");
      var invoked = function.post("/2015-03-31/functions/way-back/invocations", audit());
      assertThat(invoked.headers().firstValue("X-Amz-Function-Error")).isEmpty();
      assertThat(invoked.body()).contains("/gone");
      assertThat(function.log()).contains("started: link-auditor").doesNotContain("Tomcat");
    }
  }

  @Test
  void inputThatDoesNotFitNamesItsField() throws Exception {
    try (var function = RunningFunction.start(folder.resolve("b"), zip(), "A: b")) {
      var answer =
          function.post("/2015-03-31/functions/way-back/invocations", "{\"max_pages\": 1}");
      assertThat(answer.headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
      assertThat(answer.body())
          .contains("\"errorType\":\"io.longhaul.agent.InvalidInput\"", "\"errorMessage\":\"url: ");
    }
  }

  @Test
  void startThatFailsReachesCallersAndTheLog() throws Exception {
    try (var function = RunningFunction.start(folder.resolve("c"), zip(), "CONCURRENCY: many")) {
      assertThat(function.post("/execute", audit()).body()).contains("CONCURRENCY");
      assertThat(function.log()).contains("not started: ", "CONCURRENCY", " → Mend the agent");
    }
  }

  private static Path zip() {
    return folder.resolve("function.zip");
  }

  private static String audit() {
    return "{\"url\": \"http://127.0.0.1:%d/\"}".formatted(site.getAddress().getPort());
  }
}
