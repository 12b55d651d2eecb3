package io.longhaul.jobs.embedded;

import io.longhaul.jobs.JobState;
import io.longhaul.jobs.ValueKind;

/** The numbers that stand for words in the file. They never change: files hold them. */
final class Codes {

  static final int QUEUED = 0;
  static final int RUNNING = 1;

  private static final JobState[] STATES = {
    JobState.QUEUED, JobState.RUNNING, JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED
  };

  private Codes() {}

  static int of(JobState state) {
    return switch (state) {
      case QUEUED -> QUEUED;
      case RUNNING -> RUNNING;
      case SUCCEEDED -> 2;
      case FAILED -> 3;
      case CANCELLED -> 4;
    };
  }

  static JobState state(int code) {
    return STATES[code];
  }

  static int of(ValueKind kind) {
    return switch (kind) {
      case INPUT -> 0;
      case CHECKPOINT -> 1;
      case RESULT -> 2;
      case REPORT -> 3;
    };
  }
}
