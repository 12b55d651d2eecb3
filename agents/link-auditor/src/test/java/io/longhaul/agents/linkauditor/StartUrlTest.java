package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.longhaul.agent.InvalidInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no address",
        "ftp://example.com/",
        "http://user:pw@example.com/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/",
        "http://[::ffff:169.254.169.254]/",
        "http://0xA9FEA9FE/",
        "http://10.0.0.1/",
        "http://0.0.0.0/"
      })
  void executeWhenStartIsRefusedNamesTheField(String url) {
    assertThat(Audits.tester().runJson(Audits.input(url)).failure())
        .asInstanceOf(type(InvalidInput.class))
        .returns("url", InvalidInput::field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/", "http://localhost/", "http://2130706433/"})
  void executeWhenLoopbackIsNotOpenRefusesIt(String url) {
    assertThat(Audits.tester("none").runJson(Audits.input(url)).failure())
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("a loopback address");
  }

  @Test
  void executeWhenScopeIsElsewhereNamesTheField() {
    String input = Audits.input("http://127.0.0.1/a/", "\"scope\": \"/b/\"");

    assertThat(Audits.tester().runJson(input).failure())
        .asInstanceOf(type(InvalidInput.class))
        .returns("scope", InvalidInput::field);
  }

  @Test
  void executeWhenNobodyListensReportsIt() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    AuditReport report = audit("http://127.0.0.1:" + port + "/");

    assertThat(report.startReached()).isFalse();
    assertThat(report.summary()).contains("the connection was refused");
    assertThat(report.broken()).hasSize(1);
  }

  @Test
  void executeWhenNameDoesNotExistReportsIt() {
    assertThat(audit("http://nowhere.invalid/").summary()).contains("nowhere.invalid");
  }

  @Test
  void executeWhenServerNeverAnswersReportsItWithinTenSeconds() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      AuditReport report = audit("http://127.0.0.1:%d/".formatted(silent.getLocalPort()));

      assertThat(report.startReached()).isFalse();
      assertThat(report.summary()).contains("no answer within 5 s");
    }
  }

  @Test
  void executeWhenStartRedirectsTakesTheScopeAlong() throws IOException {
    try (TestSite old = new TestSite();
        TestSite moved = new TestSite()) {
      old.redirect("/", 301, moved.url("/home"));
      moved.page("/home", "/about").page("/about");
      AuditReport report = Audits.of(old);

      assertThat(report.startReached()).isTrue();
      assertThat(report.counts().pagesChecked()).isEqualTo(2);
      assertThat(report.redirects()).extracting(RedirectedLink::url).containsExactly(old.url("/"));
    }
  }

  private static AuditReport audit(String url) {
    return Audits.tester().runJson(Audits.input(url)).output();
  }
}
