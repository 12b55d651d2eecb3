package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which addresses are asked, and how. */
class CrawlTest {

  private TestSite site;
  private TestSite other;

  @BeforeEach
  void start() throws IOException {
    site = new TestSite();
    other = new TestSite();
  }

  @AfterEach
  void stop() {
    site.close();
    other.close();
  }

  @Test
  void pagesAreFetchedOnceByGetHoweverOftenTheyAreLinked() {
    site.page("/", "/a", "/a#part", "a", "/b").page("/a", "/", "/b", "/./a").page("/b", "/a");
    AuditReport report = Audits.of(site);

    assertThat(site.requests())
        .containsExactlyInAnyOrder("GET /robots.txt", "GET /", "GET /a", "GET /b");
    assertThat(report.complete()).isTrue();
  }

  @Test
  void atMostFourAreUnderwayAtATime() {
    String[] paths = IntStream.range(0, 12).mapToObj(i -> "/p" + i).toArray(String[]::new);
    site.page("/", paths);
    for (String path : paths) {
      site.page(path).delay(path, Duration.ofMillis(50));
    }
    Audits.of(site);

    assertThat(site.mostUnderway()).isLessThanOrEqualTo(4);
  }

  @Test
  void linksThatLeaveTheScopeAreOnlyCheckedAndOnce() {
    other.page("/there", "/never-followed");
    site.page("/", other.url("/there"), "/a").page("/a", other.url("/there"), other.url("/gone"));
    AuditReport report = Audits.of(site);

    assertThat(other.requests())
        .containsExactlyInAnyOrder("GET /robots.txt", "HEAD /there", "HEAD /gone");
    assertThat(report.broken()).extracting(BrokenLink::url).containsExactly(other.url("/gone"));
  }

  @Test
  void checksFallBackToGetWhereHeadIsRefused() {
    other.on(
        "/there",
        exchange ->
            TestSite.send(
                exchange,
                exchange.getRequestMethod().equals("HEAD") ? 405 : 200,
                "text/html",
                "fine"));
    site.page("/", other.url("/there"));

    assertThat(Audits.of(site).broken()).isEmpty();
    assertThat(other.count("GET /there")).isEqualTo(1);
  }

  @Test
  void externalLinksAreLeftAloneWhenToldSo() {
    site.page("/", other.url("/there"));
    Audits.of(site, "\"check_external\": false");

    assertThat(other.requests()).isEmpty();
  }

  @Test
  void scopeMayBeAPathPrefix() {
    site.page("/docs/", "/docs/a", "/blog").page("/docs/a").page("/blog", "/blog/2");
    Audits.tester().runJson(Audits.input(site.url("/docs/"), "\"scope\": \"/docs/\"")).output();

    assertThat(site.requests())
        .contains("GET /docs/a", "HEAD /blog")
        .doesNotContain("HEAD /blog/2");
  }

  @Test
  void partsOfPagesAreCheckedAndPagesReadForTheirLinks() {
    site.html(
        "/",
        "<base href='/deep/'><img src=x.png alt=Chart><iframe src=frame></iframe>"
            + "<a href='mailto:a@b'>m</a><a href='javascript:0'>j</a><script src='/s.js'></script>");
    site.page("/deep/frame", "/deep/inner").page("/deep/inner").text("/s.js", "1");
    AuditReport report = Audits.of(site);

    assertThat(report.broken())
        .singleElement()
        .returns(site.url("/deep/x.png"), BrokenLink::url)
        .extracting(link -> link.foundOn().getFirst().text())
        .isEqualTo("Chart");
    assertThat(site.requests()).contains("HEAD /s.js", "GET /deep/inner");
  }

  @Test
  void limitsStopTheAuditAndTheReportSaysSo() {
    site.page("/", "/1", "/2", "/3", other.url("/x"), other.url("/y")).page("/1", "/1/1");
    site.page("/2").page("/3").page("/1/1");
    AuditReport pages = Audits.of(site, "\"max_pages\": 2, \"max_links\": 1");
    AuditReport depth = Audits.of(site, "\"max_depth\": 1");

    assertThat(pages.complete()).isFalse();
    assertThat(pages.leftOut().maxLinks()).isEqualTo(1);
    assertThat(pages.counts().pagesChecked()).isEqualTo(2);
    assertThat(depth.leftOut()).isEqualTo(new LeftOut(0, 1, 0));
  }

  @Test
  void robotsTxtIsHonoured() {
    site.text("/robots.txt", "User-agent: longhaul-link-auditor\nDisallow: /private\n");
    site.page("/", "/private/a", "/open").page("/open");
    AuditReport report = Audits.of(site);

    assertThat(report.skippedByRobots())
        .extracting(UnaskedLink::url)
        .containsExactly(site.url("/private/a"));
    assertThat(site.requests()).doesNotContain("GET /private/a").contains("GET /open");
  }

  @Test
  void robotsTxtThatFailsClosesTheSite() {
    site.page("/").status("/robots.txt", 500);

    assertThat(Audits.of(site).summary()).contains("its robots.txt answers 500");
    assertThat(site.count("GET /")).isZero();
  }

  @Test
  void hugePagesAreReadInPartAndPackedOnesWithinTheSameLimit() throws IOException {
    byte[] bomb = Gzip.of(" ".repeat(Body.LIMIT) + "<a href='/late'>late</a>");
    site.on(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          TestSite.send(exchange, 200, "text/html", bomb);
        });
    AuditReport report = Audits.of(site);

    assertThat(report.notes()).singleElement().asString().contains("is over 5 MB");
    assertThat(site.count("GET /late")).isZero();
  }

  @Test
  void busySiteIsAskedAgainWhenItSaid() {
    site.on(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "0");
          int status = site.count("GET /") == 1 ? 503 : 200;
          TestSite.send(exchange, status, "text/html", "<p>");
        });

    assertThat(Audits.of(site).startReached()).isTrue();
    assertThat(site.count("GET /")).isEqualTo(2);
  }
}
