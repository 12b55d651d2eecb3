package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample as {@code longhaul exec link-auditor --sample} serves it. */
class SampleSiteTest {

  private static final Path SAMPLE = Path.of("sample");

  @Test
  void reportListsTheBrokenLinkTheRedirectAndTheSlowPage() throws IOException {
    try (TestSite site = serve(SAMPLE.resolve("site"))) {
      String input = Files.readString(SAMPLE.resolve("input.json"));
      AuditReport report = Audits.tester().runJson(input.replace("${site}", site.url(""))).output();

      assertThat(report.broken())
          .singleElement()
          .isEqualTo(
              new BrokenLink(
                  site.url("/opening-hours.html"),
                  404,
                  "answers 404 Not Found",
                  List.of(new FoundOn(site.url("/about.html"), "at these hours")),
                  1));
      assertThat(report.redirects())
          .singleElement()
          .returns(site.url("/shop"), RedirectedLink::url)
          .returns(site.url("/products.html"), RedirectedLink::finalUrl)
          .returns(true, RedirectedLink::permanent);
      assertThat(report.slowPages())
          .extracting(SlowPage::url)
          .contains(site.url("/blog/reopening.html"));
      assertThat(report.counts().pagesChecked()).isEqualTo(8);
    }
  }

  private static TestSite serve(Path folder) throws IOException {
    TestSite site = new TestSite();
    try (var files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> publish(site, folder, file));
    }
    for (String line : Files.readAllLines(folder.resolve("_redirects"))) {
      String[] rule = line.split(" ", -1);
      site.redirect(rule[0], Integer.parseInt(rule[2]), rule[1]);
    }
    for (String line : Files.readAllLines(folder.resolve("_delays"))) {
      String[] rule = line.split(" ", -1);
      site.delay(rule[0], Duration.ofMillis(Long.parseLong(rule[1].replace("ms", ""))));
    }
    return site;
  }

  private static void publish(TestSite site, Path folder, Path file) {
    String path = "/" + folder.relativize(file);
    TestSite.Handler page =
        exchange -> TestSite.send(exchange, 200, type(path), Files.readAllBytes(file));
    site.on(path, page);
    if (path.endsWith("/index.html")) {
      site.on(path.replace("index.html", ""), page);
    }
  }

  private static String type(String path) {
    return path.endsWith(".html")
        ? "text/html"
        : path.endsWith(".svg") ? "image/svg+xml" : "text/plain";
  }
}
