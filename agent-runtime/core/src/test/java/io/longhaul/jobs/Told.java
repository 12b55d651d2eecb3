package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The fake of whom ends are told to: remembers each as words, is away, or takes none. */
final class Told implements EventOutcomes {

  private final Set<JobState> awaited = EnumSet.of(JobState.SUCCEEDED, JobState.FAILED);
  private final List<String> records = new CopyOnWriteArrayList<>();
  private final CountDownLatch refused = new CountDownLatch(2);
  private final CountDownLatch telling = new CountDownLatch(1);
  private volatile CountDownLatch open = new CountDownLatch(0);
  private volatile Runnable whenTold = () -> {};
  private volatile boolean away;
  private volatile boolean rejecting;

  /** Nobody waits for this end. */
  Told without(JobState end) {
    awaited.remove(end);
    return this;
  }

  void away(boolean now) {
    away = now;
  }

  /** Takes nothing, for good. */
  void rejecting(boolean now) {
    rejecting = now;
  }

  /** Waits until it has refused twice because it was away. */
  void awaitRefusals() throws InterruptedException {
    refused.await();
  }

  /** Makes whoever tells something wait for {@link #letGo()}. */
  void hold() {
    open = new CountDownLatch(1);
  }

  void letGo() {
    open.countDown();
  }

  /** Does something just before whoever tells is answered. */
  void whenTold(Runnable then) {
    whenTold = then;
  }

  /** Waits until somebody tells something. */
  void awaitTelling() throws InterruptedException {
    telling.await();
  }

  List<String> records() {
    return List.copyOf(records);
  }

  void await(String... told) {
    Awaitility.await()
        .atMost(Fixture.LONG)
        .untilAsserted(() -> assertThat(records).containsExactly(told));
  }

  @Override
  public boolean awaited(JobState end) {
    return awaited.contains(end);
  }

  @Override
  public Json report(Answer.Failed attempt) {
    return Json.of(attempt.failure().type() + ": " + attempt.failure().message());
  }

  @Override
  public void tell(Job ended, Json input, @Nullable Json response) {
    if (away) {
      refused.countDown();
      throw new IllegalStateException("nobody is there");
    }
    telling.countDown();
    if (rejecting) {
      whenTold.run();
      throw new Undeliverable("nobody takes that", new IllegalStateException("too large"));
    }
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    records.add("%s %d %s %s".formatted(ended.state(), ended.attempt(), input, response));
    whenTold.run();
  }
}
