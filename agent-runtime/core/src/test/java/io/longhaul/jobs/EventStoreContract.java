package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The part of {@link JobStoreContract} that is about Event invocations. */
abstract class EventStoreContract {

  static final Json INPUT = Json.of("{\"n\":1}");

  final SampleJobs jobs = new SampleJobs();
  JobStore store;

  /** An empty store. */
  protected abstract JobStore open() throws Exception;

  @BeforeEach
  final void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  final Job created() {
    return created(jobs.queued());
  }

  final Job created(Job job) {
    assertThat(store.create(job, INPUT, null)).isEqualTo(new Creation.Created());
    return job;
  }

  final Job replaced(Job seen, Job next) {
    assertThat(store.replace(seen, next, null)).contains(next);
    return next;
  }

  @Nested
  final class Events {

    @Test
    void replaceWhenItIsAnEventStoresWhatIsDue() {
      var job = created(jobs.event());
      for (var next : jobs.anEventsLife(job)) {
        job = replaced(job, next);
        assertThat(store.find(job.id())).contains(next);
      }
    }

    @Test
    void valueWhenSeveralAttemptsFailedIsTheLastReport() {
      var first = created(jobs.running());
      var second = report(first, jobs.steps.taken(first), "1");
      report(second, jobs.steps.taken(second), "2");
      assertThat(store.value(first.id(), ValueKind.REPORT)).contains(Json.of("2"));
    }

    @Test
    void unfinishedWhenARecordIsDueShowsTheEndedJobUntilItIsDelivered() {
      var queued = created();
      var running = created(jobs.steps.taken(jobs.event()));
      var ended = replaced(running, jobs.steps.succeeded(running, null));
      var last = created();
      assertThat(store.unfinished(2, null)).containsExactly(queued, ended);
      assertThat(store.unfinished(2, queued.id())).containsExactly(ended, last);
      replaced(ended, jobs.steps.recordSettled(ended));
      assertThat(store.unfinished(3, null)).containsExactly(queued, last);
    }

    @Test
    void countsWhenARecordIsDueCallsTheOldestThatHasNotEnded() {
      var running = created(jobs.steps.taken(jobs.event()));
      replaced(running, jobs.steps.succeeded(running, null));
      var oldest = created();
      assertThat(store.counts().oldestUnfinished()).isEqualTo(oldest.createdAt());
    }

    @Test
    void countsWhenARecordIsDueCountsItUntilItIsDelivered() {
      var running = created(jobs.steps.taken(jobs.event()));
      assertThat(store.counts().recordsDue()).isZero();
      var ended = replaced(running, jobs.steps.succeeded(running, null));
      assertThat(store.counts().recordsDue()).isEqualTo(1);
      replaced(ended, jobs.steps.recordSettled(ended));
      assertThat(store.counts().recordsDue()).isZero();
    }

    @Test
    void deleteExpiredWhenARecordIsDueDeletesNothing() {
      var running = created(jobs.steps.taken(jobs.event()));
      var ended = replaced(running, jobs.steps.succeeded(running, null));
      assertThat(store.deleteExpired(SampleJobs.LATER, 10)).isZero();
      replaced(ended, jobs.steps.recordSettled(ended));
      assertThat(store.deleteExpired(SampleJobs.LATER, 10)).isEqualTo(1);
    }

    private Job report(Job job, Job next, String json) {
      assertThat(store.replace(job, next, new Value(ValueKind.REPORT, Json.of(json))))
          .contains(next);
      return next;
    }
  }
}
