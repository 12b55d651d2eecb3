package io.longhaul.jobs.embedded;

import io.longhaul.jobs.JobState;
import io.longhaul.jobs.ValueKind;

/**
 * The numbers that stand in the file for states and kinds: part of its format, so they never
 * change.
 */
final class Codes {

  private Codes() {}

  static int of(JobState state) {
    return switch (state) {
      case QUEUED -> 0;
      case RUNNING -> 1;
      case SUCCEEDED -> 2;
      case FAILED -> 3;
      case CANCELLED -> 4;
    };
  }

  static JobState state(int code) {
    return switch (code) {
      case 0 -> JobState.QUEUED;
      case 1 -> JobState.RUNNING;
      case 2 -> JobState.SUCCEEDED;
      case 3 -> JobState.FAILED;
      case 4 -> JobState.CANCELLED;
      default ->
          throw new IllegalStateException("The file names a state " + code + ", which none is");
    };
  }

  static int of(ValueKind kind) {
    return switch (kind) {
      case INPUT -> 0;
      case CHECKPOINT -> 1;
      case RESULT -> 2;
    };
  }
}
