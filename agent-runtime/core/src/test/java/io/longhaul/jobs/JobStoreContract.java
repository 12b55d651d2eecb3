package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every job store keeps to. Extend it in the tests of an implementation. */
public abstract class JobStoreContract extends EventStoreContract {

  @Nested
  final class Creating {

    @Test
    void createWhenNewStoresJobAndInput() {
      var job = created();
      assertThat(store.find(job.id())).contains(job);
      assertThat(store.value(job.id(), ValueKind.INPUT)).contains(INPUT);
    }

    @Test
    void createWhenRepeatedByItselfSucceedsAgain() {
      var job = created();
      assertThat(created(job)).isEqualTo(job);
    }

    @Test
    void createWhenRunningAlreadyKeepsItsLease() {
      var job = created(jobs.running());
      assertThat(store.find(job.id())).contains(job);
    }

    @Test
    void findWhenUnknownIsEmpty() {
      assertThat(store.find(jobs.queued().id())).isEmpty();
      assertThat(store.value(jobs.queued().id(), ValueKind.RESULT)).isEmpty();
    }
  }

  @Nested
  final class Keys {

    private final KeyUse key = new KeyUse("scope", "body");

    @Test
    void createWhenTheKeyWasUsedWithTheSameBodyAnswersThatJob() {
      var first = jobs.queued();
      assertThat(store.create(first, INPUT, key)).isEqualTo(new Creation.Created());
      var second = jobs.queued();
      assertThat(store.create(second, INPUT, key)).isEqualTo(new Creation.Repeated(first));
      assertThat(store.find(second.id())).isEmpty();
    }

    @Test
    void createWhenTheKeyWasUsedAnswersTheJobAsItIsNow() {
      var first = jobs.queued();
      store.create(first, INPUT, key);
      var now = replaced(first, jobs.steps.taken(first));
      assertThat(store.create(jobs.queued(), INPUT, key)).isEqualTo(new Creation.Repeated(now));
    }

    @Test
    void createWhenTheKeyWasUsedWithAnotherBodySaysSo() {
      store.create(jobs.queued(), INPUT, key);
      assertThat(store.create(jobs.queued(), INPUT, new KeyUse("scope", "another")))
          .isEqualTo(new Creation.Mismatched());
    }

    @Test
    void createWhenItRepeatsItselfWithAKeySucceedsAgain() {
      var job = jobs.queued();
      store.create(job, INPUT, key);
      assertThat(store.create(job, INPUT, key)).isEqualTo(new Creation.Created());
    }

    @Test
    void createWhenManyUseAKeyAtOnceStoresOne() throws Exception {
      var results = atOnce(16, () -> store.create(jobs.queued(), INPUT, key));
      assertThat(results).filteredOn(Creation.Created.class::isInstance).hasSize(1);
      assertThat(results).filteredOn(Creation.Repeated.class::isInstance).hasSize(15);
    }

    @Test
    void createWhenTheJobOfTheKeyExpiredIsNew() {
      var job = jobs.queued();
      store.create(job, INPUT, key);
      replaced(job, jobs.steps.cancelled(job, null));
      store.deleteExpired(SampleJobs.LATER, 10);
      assertThat(store.create(jobs.queued(), INPUT, key)).isEqualTo(new Creation.Created());
    }
  }

  @Nested
  final class Replacing {

    @Test
    void replaceWhenUnchangedStoresEveryField() {
      var job = created();
      for (var next : jobs.aLife(job)) {
        job = replaced(job, next);
        assertThat(store.find(job.id())).contains(next);
      }
    }

    @Test
    void replaceWhenRepeatedByItselfSucceedsAgain() {
      var job = created();
      var next = jobs.steps.taken(job);
      replaced(job, next);
      replaced(job, next);
    }

    @Test
    void replaceWhenChangedMeanwhileAnswersTheJobAsItIs() {
      var seen = created();
      var now = replaced(seen, jobs.steps.taken(seen));
      assertThat(store.replace(seen, jobs.steps.cancelled(seen, null), null)).contains(now);
      assertThat(store.find(seen.id())).contains(now);
    }

    @Test
    void replaceWhenTheLeaseWasRenewedMeanwhileDoesNothing() {
      var seen = created(jobs.running());
      var renewed = replaced(seen, jobs.steps.renewed(seen, null));
      assertThat(store.replace(seen, jobs.steps.takenOver(seen), null)).contains(renewed);
    }

    @Test
    void replaceWhenTheJobIsGoneIsEmpty() {
      var job = jobs.queued();
      assertThat(store.replace(job, jobs.steps.taken(job), null)).isEmpty();
      assertThat(store.find(job.id())).isEmpty();
    }

    @Test
    void replaceWhenManyTryAtOnceLetsOneWin() throws Exception {
      var seen = created();
      var workers = IntStream.range(0, 16).mapToObj(SampleJobs::stepsOf).iterator();
      var won =
          atOnce(
              16,
              () -> {
                Job next;
                synchronized (workers) {
                  next = workers.next().taken(seen);
                }
                return store.replace(seen, next, null).filter(next::equals).isPresent();
              });
      assertThat(won).filteredOn(winner -> winner).hasSize(1);
    }
  }

  @Nested
  final class Values {

    @Test
    void replaceWithAValueStoresBoth() {
      var job = created(jobs.running());
      var done = jobs.steps.succeeded(job, null);
      store.replace(job, done, new Value(ValueKind.RESULT, Json.of("42")));
      assertThat(store.value(job.id(), ValueKind.RESULT)).contains(Json.of("42"));
      assertThat(store.value(job.id(), ValueKind.INPUT)).contains(INPUT);
    }

    @Test
    void replaceWithACheckpointReplacesTheOneBefore() {
      var job = created(jobs.running());
      var first = checkpoint(job, "1");
      checkpoint(first, "2");
      assertThat(store.value(job.id(), ValueKind.CHECKPOINT)).contains(Json.of("2"));
    }

    @Test
    void valueWhenSeveralWorkersStoredOneIsTheLastWorkers() {
      var first = checkpoint(created(jobs.running()), "1");
      var second = replaced(first, jobs.steps.taken(first));
      assertThat(store.value(first.id(), ValueKind.CHECKPOINT)).contains(Json.of("1"));
      checkpoint(second, "2");
      assertThat(store.value(first.id(), ValueKind.CHECKPOINT)).contains(Json.of("2"));
    }

    @Test
    void valueWhenADeadWorkerWritesLateIsNotReplaced() {
      var dead = created(jobs.running());
      var alive = checkpoint(replaced(dead, jobs.steps.taken(dead)), "alive");
      var late = new Value(ValueKind.CHECKPOINT, Json.of("\"late\""));
      assertThat(store.replace(dead, jobs.steps.checkpointed(dead), late)).contains(alive);
      assertThat(store.value(dead.id(), ValueKind.CHECKPOINT)).contains(Json.of("alive"));
    }

    @Test
    void valueWhenLargeComesBackWhole() {
      var large = Json.of("\"" + "x".repeat(6 << 20) + "\"");
      var job = created(jobs.running());
      store.replace(job, jobs.steps.succeeded(job, null), new Value(ValueKind.RESULT, large));
      assertThat(store.value(job.id(), ValueKind.RESULT)).contains(large);
    }

    private Job checkpoint(Job job, String json) {
      var next = jobs.steps.checkpointed(job);
      var value = new Value(ValueKind.CHECKPOINT, Json.of(json));
      assertThat(store.replace(job, next, value)).contains(next);
      return next;
    }
  }

  @Nested
  final class Lists {

    @Test
    void listWhenManyIsNewestFirst() {
      var all = many(5);
      assertThat(store.list(null, 3, null)).containsExactly(all.get(4), all.get(3), all.get(2));
      assertThat(store.list(null, 3, all.get(2).id())).containsExactly(all.get(1), all.get(0));
    }

    @Test
    void listWhenNewOnesComeShowsEachOnce() {
      var all = many(4);
      var first = store.list(null, 2, null);
      many(3);
      var second = store.list(null, 2, first.getLast().id());
      assertThat(second).containsExactly(all.get(1), all.get(0));
    }

    @Test
    void listWhenFilteredShowsOnlyThatState() {
      var all = many(4);
      var running = replaced(all.get(1), jobs.steps.taken(all.get(1)));
      assertThat(store.list(JobState.RUNNING, 10, null)).containsExactly(running);
      assertThat(store.list(JobState.QUEUED, 2, null)).containsExactly(all.get(3), all.get(2));
    }

    @Test
    void unfinishedWhenSomeEndedIsTheOthersOldestFirst() {
      var all = many(4);
      var running = replaced(all.get(1), jobs.steps.taken(all.get(1)));
      replaced(all.get(2), jobs.steps.cancelled(all.get(2), null));
      assertThat(store.unfinished(2, null)).containsExactly(all.get(0), running);
      assertThat(store.unfinished(2, running.id())).containsExactly(all.get(3));
    }

    @Test
    void countsWhenSomeEndedTellsEachState() {
      var all = many(4);
      replaced(all.get(0), jobs.steps.cancelled(all.get(0), null));
      var counts = store.counts();
      assertThat(counts.byState())
          .containsEntry(JobState.QUEUED, 3L)
          .containsEntry(JobState.CANCELLED, 1L)
          .containsEntry(JobState.FAILED, 0L);
      assertThat(counts.oldestUnfinished()).isEqualTo(all.get(1).createdAt());
    }

    @Test
    void countsWhenEmptyHasNoOldest() {
      assertThat(store.counts().oldestUnfinished()).isNull();
    }

    private List<Job> many(int count) {
      return IntStream.range(0, count).mapToObj(_ -> created()).toList();
    }
  }

  @Nested
  final class Expiry {

    @Test
    void deleteExpiredWhenDueDeletesJobAndValues() {
      var job = created();
      var ended = replaced(job, jobs.steps.cancelled(job, null));
      assertThat(store.deleteExpired(expiry(ended), 10)).isEqualTo(1);
      assertThat(store.find(job.id())).isEmpty();
      assertThat(store.value(job.id(), ValueKind.INPUT)).isEmpty();
    }

    @Test
    void deleteExpiredWhenNotDueOrUnfinishedDeletesNothing() {
      created();
      var job = created();
      var ended = replaced(job, jobs.steps.cancelled(job, null));
      assertThat(store.deleteExpired(expiry(ended).minus(Duration.ofMillis(1)), 10)).isZero();
      assertThat(store.list(null, 10, null)).hasSize(2);
    }

    @Test
    void deleteExpiredWhenMoreThanTheLimitDeletesThatMany() {
      for (int i = 0; i < 3; i++) {
        var job = created();
        replaced(job, jobs.steps.cancelled(job, null));
      }
      assertThat(store.deleteExpired(SampleJobs.LATER, 2)).isEqualTo(2);
      assertThat(store.deleteExpired(SampleJobs.LATER, 2)).isEqualTo(1);
    }

    private static Instant expiry(Job ended) {
      Instant expiry = ended.expiresAt();
      assertThat(expiry).isNotNull();
      return expiry;
    }
  }

  private static <T extends @Nullable Object> List<T> atOnce(int times, Callable<T> task)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = IntStream.range(0, times).mapToObj(_ -> threads.submit(task)).toList();
      var results = new ArrayList<T>();
      for (var future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
