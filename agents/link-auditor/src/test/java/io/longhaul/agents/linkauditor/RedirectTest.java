package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of links that redirect, and of redirects to where no audit goes. */
class RedirectTest {

  private TestSite site;

  @BeforeEach
  void start() throws IOException {
    site = new TestSite();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void chainStandsInTheReportAndEachStepIsAskedOnce() {
    site.page("/", "/a", "/c").redirect("/a", 301, "/b").redirect("/b", 302, "/c").page("/c");
    AuditReport report = Audits.of(site);

    assertThat(report.redirects())
        .singleElement()
        .returns(site.url("/c"), RedirectedLink::finalUrl)
        .returns(200, RedirectedLink::finalStatus)
        .returns(false, RedirectedLink::permanent)
        .returns(2, link -> link.hops().size());
    assertThat(site.count("GET /c")).isEqualTo(1);
  }

  @Test
  void chainThatEndsBrokenIsABrokenLink() {
    site.page("/", "/a").redirect("/a", 308, "/gone");

    assertThat(Audits.of(site).broken())
        .singleElement()
        .returns(site.url("/a"), BrokenLink::url)
        .returns(404, BrokenLink::status)
        .returns(
            "redirects to " + site.url("/gone") + ": answers 404 Not Found", BrokenLink::reason);
  }

  @Test
  void circlesEnd() {
    site.page("/", "/a").redirect("/a", 302, "/b").redirect("/b", 302, "/a");

    assertThat(Audits.of(site).broken())
        .singleElement()
        .extracting(BrokenLink::reason)
        .asString()
        .contains("in a circle");
    assertThat(site.count("GET /a")).isEqualTo(1);
  }

  @Test
  void endlessChainsEnd() {
    site.page("/", "/0");
    for (int i = 0; i < 30; i++) {
      site.redirect("/" + i, 302, "/" + (i + 1));
    }

    assertThat(Audits.of(site).broken())
        .singleElement()
        .extracting(BrokenLink::reason)
        .asString()
        .contains("more than 10 times");
    assertThat(site.requests()).hasSizeLessThan(15);
  }

  @Test
  void redirectToMetadataIsRefusedAndReported() {
    site.page("/", "/a", "http://169.254.169.254/x").redirect("/a", 302, "http://169.254.169.254/");
    AuditReport report = Audits.of(site);

    assertThat(report.refused())
        .extracting(UnaskedLink::url)
        .containsExactly(site.url("/a"), "http://169.254.169.254/x");
    assertThat(report.refused().getFirst().reason())
        .startsWith("redirects to http://169.254.169.254/: ")
        .contains("a cloud metadata address");
  }

  @Test
  void redirectToAnotherSchemeIsRefused() {
    site.page("/", "/a").redirect("/a", 302, "file:///etc/passwd");

    assertThat(Audits.of(site).refused())
        .singleElement()
        .extracting(UnaskedLink::reason)
        .asString()
        .contains("only http and https");
  }
}
