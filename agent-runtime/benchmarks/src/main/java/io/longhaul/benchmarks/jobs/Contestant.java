package io.longhaul.benchmarks.jobs;

import java.nio.file.Path;

/** Something that stores a job before it says so, and runs it soon after. */
interface Contestant extends AutoCloseable {

  /** Accepts one job; when this returns, the job is on disk. Called by many threads at a time. */
  void submit() throws Exception;

  /** Commits since it was opened, where it counts them; else 0. */
  default long commits() {
    return 0;
  }

  /** The share of its jobs that were stored as running, without a start of their own; 0..1. */
  default double startedAtOnce() throws Exception {
    return 0;
  }

  @Override
  void close();

  /** Opens a contestant with a database of its own. */
  @FunctionalInterface
  interface Entry {

    /**
     * Starts it.
     *
     * @param folder empty; its database goes here
     * @param ended to be called once for each job, when its end is on disk
     */
    Contestant open(Path folder, Runnable ended) throws Exception;
  }
}
