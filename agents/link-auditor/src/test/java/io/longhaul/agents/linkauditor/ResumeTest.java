package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.testing.Outcome;
import io.longhaul.testing.Progress;
import io.longhaul.testing.Stop;
import io.longhaul.testing.StopPoint;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audits that are stopped in the middle. */
class ResumeTest {

  private static final int PAGES = 30;

  private TestSite site;

  @BeforeEach
  void start() throws IOException {
    site = new TestSite();
    site.page("/", IntStream.range(0, PAGES).mapToObj(i -> "/p" + i).toArray(String[]::new));
    IntStream.range(0, PAGES).forEach(i -> site.page("/p" + i, "/", "/missing"));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void killedAuditRepeatsOnlyWhatWasUnderway() {
    var killed = Audits.tester().runJson(Audits.input(site.url("/")), kill(8));
    AuditReport report = killed.resume().output();

    assertThat(killed.outcome()).isEqualTo(Outcome.KILLED);
    assertThat(report.counts().pagesChecked()).isEqualTo(PAGES + 1);
    assertThat(report.broken().getFirst().foundOnPages()).isEqualTo(PAGES);
    assertThat(pageFetches()).isBetween(PAGES + 2L, PAGES + 2L + 4);
  }

  @Test
  void drainedAuditHandsBackAndRepeatsNothing() {
    var drained =
        Audits.tester().runJson(Audits.input(site.url("/")), Stop.DRAIN.afterCheckpoint(5));
    AuditReport report = drained.resume().output();

    assertThat(drained.outcome()).isEqualTo(Outcome.HANDED_BACK);
    assertThat(report.counts().pagesChecked()).isEqualTo(PAGES + 1);
    assertThat(pageFetches()).isEqualTo(PAGES + 2L);
  }

  @Test
  void cancelledAuditEndsAlthoughItWaits() {
    site.text("/robots.txt", "User-agent: *\nCrawl-delay: 60\n");
    var cancelled =
        Audits.tester().runJson(Audits.input(site.url("/")), Stop.CANCEL.afterCheckpoint(1));

    assertThat(cancelled.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(pageFetches()).isEqualTo(1);
  }

  @Test
  void progressNeverFalls() {
    var attempt = Audits.tester().runJson(Audits.input(site.url("/")));

    assertThat(attempt.progress()).extracting(Progress::fraction).isSorted().last().isEqualTo(1.0);
  }

  private static StopPoint kill(int checkpoints) {
    return Stop.KILL.afterCheckpoint(checkpoints);
  }

  private long pageFetches() {
    return site.requests().stream().filter(request -> !request.contains("robots")).count();
  }
}
