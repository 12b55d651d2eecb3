package io.longhaul.agents.linkauditor;

import io.longhaul.agent.AgentContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one audit. This thread alone knows the {@link LinkMap}: it sends visits out, takes
 * in what they bring, and writes a checkpoint before the next ones leave, so a killed audit repeats
 * only those that were underway.
 */
final class Audit {

  private static final Duration GLANCE = Duration.ofMillis(200);

  /** After this, a stopping service does not wait for visits underway. */
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final AgentContext context;
  private final Visitor visitor;
  private final LinkMap map;
  private final Stopwatch watch;
  private final ProgressLine progress = new ProgressLine();
  private int underway;

  Audit(AgentContext context, Visitor visitor, LinkMap map, Stopwatch watch) {
    this.context = context;
    this.visitor = visitor;
    this.map = map;
    this.watch = watch;
  }

  /**
   * Visits everything that is to be visited.
   *
   * @param concurrency visits at a time
   * @throws ServiceStopping if the service stops first; the checkpoint is written
   */
  void run(int concurrency) throws InterruptedException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      CompletionService<Visit> visits = new ExecutorCompletionService<>(threads);
      sendOut(visits, concurrency);
      while (underway > 0) {
        takeIn(visits, GLANCE);
        stopIfAsked(visits);
        sendOut(visits, concurrency);
      }
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }

  private void sendOut(CompletionService<Visit> visits, int concurrency) {
    while (underway < concurrency) {
      Optional<Errand> errand = map.next();
      if (errand.isEmpty()) {
        return;
      }
      visits.submit(() -> visitor.visit(errand.get()));
      underway++;
    }
  }

  /**
   * Waits for one visit, and takes in all that have come home; one checkpoint is enough for them.
   */
  private void takeIn(CompletionService<Visit> visits, Duration patience)
      throws InterruptedException {
    Future<Visit> first = visits.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    for (@Nullable Future<Visit> visit = first; visit != null; visit = visits.poll()) {
      underway--;
      map.record(brought(visit));
    }
    context.checkpoint(Checkpoint.of(map.done(), StateLines.write(map, watch.elapsed())));
    progress.tell(context, map, brought(first).errand().url().toString());
  }

  private static Visit brought(Future<Visit> visit) throws InterruptedException {
    try {
      return visit.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a visit failed inside the auditor", e.getCause());
    }
  }

  private void stopIfAsked(CompletionService<Visit> visits) throws InterruptedException {
    if (context.cancelled()) {
      throw new CancellationException("the audit was cancelled");
    }
    if (context.draining()) {
      Duration end = watch.elapsed().plus(DRAIN);
      while (underway > 0 && watch.elapsed().compareTo(end) < 0) {
        takeIn(visits, GLANCE);
      }
      throw new ServiceStopping(map.done());
    }
  }

  /** Hands the audit back: a later attempt continues from its checkpoint. */
  static final class ServiceStopping extends RuntimeException {

    private static final long serialVersionUID = 1;

    ServiceStopping(int done) {
      super("the service is stopping; %d addresses are done, the rest follows".formatted(done));
    }
  }
}
