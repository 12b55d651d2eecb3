package io.longhaul.benchmarks.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Some jobs by some submitters on a new database, from the first submit to the last end. */
record Round(int jobs, int submitters) {

  private static final int LIMIT_SECONDS = 60;

  /** Jobs per second. */
  double run(Contestant.Entry entry) throws Exception {
    var folder = Files.createTempDirectory(Path.of("."), "jobs-benchmark-");
    try {
      return run(entry, folder);
    } finally {
      delete(folder);
    }
  }

  private double run(Contestant.Entry entry, Path folder) throws Exception {
    var ends = new AtomicReference<>(new CountDownLatch(1));
    try (var contestant = entry.open(folder, () -> ends.get().countDown())) {
      // one job before the clock starts: a scheduler may still be starting when it has been opened
      contestant.submit();
      await(ends.get());
      ends.set(new CountDownLatch(jobs));
      var start = System.nanoTime();
      submitAll(contestant);
      await(ends.get());
      return jobs * 1e9 / (System.nanoTime() - start);
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

  private static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          latch.getCount() + " jobs had not ended after " + LIMIT_SECONDS + " s");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
