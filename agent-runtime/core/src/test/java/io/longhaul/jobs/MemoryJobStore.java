package io.longhaul.jobs;

import io.longhaul.handler.Json;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The fake: a store in memory, which several engines can share if it is not exclusive. */
public final class MemoryJobStore implements JobStore {

  private final boolean exclusive;
  private final NavigableMap<ExecutionId, Job> jobs = new TreeMap<>();
  private final Map<ExecutionId, Map<ValueKind, NavigableMap<Long, Json>>> values = new HashMap<>();
  private final Map<String, Use> keys = new HashMap<>();
  private volatile boolean away;
  private final CountDownLatch refused = new CountDownLatch(1);

  public MemoryJobStore(boolean exclusive) {
    this.exclusive = exclusive;
  }

  /** Makes every call fail, or work again. */
  public void away(boolean now) {
    away = now;
  }

  /** Waits until it has refused something because it was away. */
  void awaitRefusal() throws InterruptedException {
    refused.await();
  }

  @Override
  public synchronized Creation create(Job job, Json input, @Nullable KeyUse key) {
    requireHere();
    if (job.equals(jobs.get(job.id()))) {
      return new Creation.Created();
    }
    var use = key == null ? null : keys.get(key.scope());
    if (key != null && use != null) {
      return use.fingerprint.equals(key.fingerprint())
          ? new Creation.Repeated(jobs.get(use.id))
          : new Creation.Mismatched();
    }
    if (key != null) {
      keys.put(key.scope(), new Use(job.id(), key.fingerprint()));
    }
    jobs.put(job.id(), job);
    put(job, new Value(ValueKind.INPUT, input));
    return new Creation.Created();
  }

  @Override
  public synchronized Optional<Job> find(ExecutionId id) {
    requireHere();
    return Optional.ofNullable(jobs.get(id));
  }

  @Override
  public synchronized Optional<Job> replace(Job seen, Job next, @Nullable Value value) {
    requireHere();
    var now = jobs.get(seen.id());
    if (now == null || !same(seen, now)) {
      return Optional.ofNullable(now);
    }
    if (value != null) {
      put(next, value);
    }
    jobs.put(next.id(), next);
    return Optional.of(next);
  }

  @Override
  public synchronized Optional<Json> value(ExecutionId id, ValueKind kind) {
    requireHere();
    return Optional.ofNullable(values.getOrDefault(id, Map.of()).get(kind))
        .map(byFence -> byFence.lastEntry().getValue());
  }

  @Override
  public synchronized List<Job> list(
      @Nullable JobState state, int limit, @Nullable ExecutionId before) {
    requireHere();
    var older = before == null ? jobs : jobs.headMap(before, false);
    return older.descendingMap().values().stream()
        .filter(job -> state == null || job.state() == state)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Job> unfinished(int limit, @Nullable ExecutionId after) {
    requireHere();
    var newer = after == null ? jobs : jobs.tailMap(after, false);
    return newer.values().stream().filter(Job::isUnfinished).limit(limit).toList();
  }

  @Override
  public synchronized JobCounts counts() {
    requireHere();
    var counts = new EnumMap<JobState, Long>(JobState.class);
    for (var state : JobState.values()) {
      counts.put(state, jobs.values().stream().filter(job -> job.state() == state).count());
    }
    var oldest = jobs.values().stream().filter(job -> !job.state().isTerminal()).findFirst();
    var due = jobs.values().stream().filter(job -> job.state().isTerminal() && job.isUnfinished());
    return new JobCounts(counts, oldest.map(Job::createdAt).orElse(null), due.count());
  }

  @Override
  public synchronized int deleteExpired(Instant now, int limit) {
    requireHere();
    var expired =
        jobs.values().stream()
            .filter(job -> job.expiresAt() != null && !job.expiresAt().isAfter(now))
            .limit(limit)
            .toList();
    for (var job : expired) {
      jobs.remove(job.id());
      values.remove(job.id());
      keys.values().removeIf(use -> use.id.equals(job.id()));
    }
    return expired.size();
  }

  @Override
  public boolean exclusive() {
    return exclusive;
  }

  @Override
  public void close() {
    // Another engine may share it.
  }

  private void put(Job job, Value value) {
    values
        .computeIfAbsent(job.id(), _ -> new EnumMap<>(ValueKind.class))
        .computeIfAbsent(value.kind(), _ -> new TreeMap<>())
        .put(job.fence(), value.json());
  }

  private void requireHere() {
    if (away) {
      refused.countDown();
      throw new Refused.StoreAway("The store is away", new IllegalStateException("as told"));
    }
  }

  private static boolean same(Job seen, Job now) {
    return seen.version() == now.version()
        && seen.fence() == now.fence()
        && seen.beat() == now.beat();
  }

  private record Use(ExecutionId id, String fingerprint) {}
}
