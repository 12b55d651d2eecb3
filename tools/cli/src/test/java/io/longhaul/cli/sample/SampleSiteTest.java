package io.longhaul.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.cli.shell.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSiteTest {

  @TempDir private Path agent;
  private Path site;

  @BeforeEach
  void write() throws IOException {
    site = Files.createDirectories(agent.resolve("sample/site"));
    Files.writeString(site.resolve("index.html"), "home");
    Files.writeString(site.resolve("slow.html"), "slow");
    Files.writeString(site.resolve("_redirects"), "# moved\n/old /index.html 301\n");
    Files.writeString(site.resolve("_delays"), "/slow.html 300ms\n");
    Files.writeString(agent.resolve("secret.txt"), "secret");
  }

  @Test
  void servesFilesAndIndexes() throws Exception {
    assertThat(get("/").body()).isEqualTo("home");
    assertThat(get("/index.html").headers().firstValue("Content-Type"))
        .hasValue("text/html; charset=utf-8");
    assertThat(get("/missing").statusCode()).isEqualTo(404);
  }

  @Test
  void redirects() throws Exception {
    var answer = get("/old");
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).hasValue("/index.html");
  }

  @Test
  void delays() throws Exception {
    var before = System.nanoTime();
    assertThat(get("/slow.html").body()).isEqualTo("slow");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void keepsItsInstructions() throws Exception {
    assertThat(get("/_redirects").statusCode()).isEqualTo(404);
  }

  @Test
  void neverLeavesItsFolder() throws Exception {
    Files.createSymbolicLink(site.resolve("link.txt"), agent.resolve("secret.txt"));
    assertThat(get("/link.txt").statusCode()).isEqualTo(404);
    assertThat(raw("/../../secret.txt")).doesNotContain("secret");
    assertThat(raw("/%2e%2e/%2e%2e/secret.txt")).doesNotContain("secret");
  }

  @Test
  void sampleNamesTheSite() throws IOException {
    Files.writeString(agent.resolve("sample/input.json"), "{\"url\": \"${site}/\"}");
    try (var sample = Sample.open(agent)) {
      assertThat(sample.input()).matches("\\{\"url\": \"http://127.0.0.1:\\d+/\"}");
    }
  }

  @Test
  void badInstructionIsNamed() throws IOException {
    Files.writeString(site.resolve("_delays"), "/slow.html soon\n");
    assertThatThrownBy(() -> new SampleSite(site))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'soon'");
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (var served = new SampleSite(site);
        var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(served.url() + path)).build();
      return http.send(request, BodyHandlers.ofString());
    }
  }

  /** Sends a path that clients would tidy up. */
  private String raw(String path) throws IOException {
    try (var served = new SampleSite(site);
        var socket = new Socket("127.0.0.1", URI.create(served.url()).getPort())) {
      var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
      out.print("GET " + path + " HTTP/1.0\r\n\r\n");
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
