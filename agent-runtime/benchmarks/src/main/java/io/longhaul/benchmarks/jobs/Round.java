package io.longhaul.benchmarks.jobs;

import io.longhaul.benchmarks.measure.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Some jobs by some submitters on a new database, from the first submit to the last end. */
record Round(int jobs, int submitters) {

  private static final int LIMIT_SECONDS = 60;

  /**
   * What came out.
   *
   * @param group changes per commit, two to a job that starts at once and three to one that waits;
   *     0 = not counted
   * @param startedAtOnce share of the jobs
   * @param left jobs that had not ended when time was up; they do not count
   */
  record Result(double jobsPerSecond, double group, double startedAtOnce, long left) {}

  Result run(Contestant.Entry entry) throws Exception {
    try (var workspace = Workspace.create()) {
      return run(entry, workspace.path());
    }
  }

  private Result run(Contestant.Entry entry, Path folder) throws Exception {
    var ends = new AtomicReference<>(new CountDownLatch(1));
    try (var contestant = entry.open(folder, () -> ends.get().countDown())) {
      // one job before the clock starts: a scheduler may still be starting when it has been opened
      contestant.submit();
      if (left(ends.get()) > 0) {
        throw new IllegalStateException(
            "the first job has not ended after " + LIMIT_SECONDS + " s");
      }
      ends.set(new CountDownLatch(jobs));
      var commits = contestant.commits();
      var start = System.nanoTime();
      submitAll(contestant);
      var left = left(ends.get());
      var seconds = (System.nanoTime() - start) / 1e9;
      commits = contestant.commits() - commits;
      var atOnce = contestant.startedAtOnce();
      var group = commits == 0 ? 0 : (3 - atOnce) * jobs / commits;
      return new Result((jobs - left) / seconds, group, atOnce, left);
    }
  }

  private void submitAll(Contestant contestant) throws Exception {
    var left = new AtomicInteger(jobs);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var submitting = new ArrayList<Future<?>>();
      for (int i = 0; i < submitters; i++) {
        submitting.add(
            threads.submit(() -> {
              while (left.getAndDecrement() > 0) {
                contestant.submit();
              }
              return null;
            }));
      }
      for (var one : submitting) {
        one.get();
      }
    }
  }

  private static long left(CountDownLatch ends) throws InterruptedException {
    return ends.await(LIMIT_SECONDS, TimeUnit.SECONDS) ? 0 : ends.getCount();
  }
}
