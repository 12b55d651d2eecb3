package io.longhaul.jobs.embedded;

import io.longhaul.jobs.JobState;
import io.longhaul.jobs.ValueKind;

<<<<<<< HEAD
/**
 * The numbers that stand in the file for states and kinds: part of its format, so they never
 * change.
 */
final class Codes {

=======
/** The numbers that stand for words in the file. They never change: files hold them. */
final class Codes {

  static final int QUEUED = 0;
  static final int RUNNING = 1;

  private static final JobState[] STATES = {
    JobState.QUEUED, JobState.RUNNING, JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED
  };

>>>>>>> jobs
  private Codes() {}

  static int of(JobState state) {
    return switch (state) {
<<<<<<< HEAD
      case QUEUED -> 0;
      case RUNNING -> 1;
=======
      case QUEUED -> QUEUED;
      case RUNNING -> RUNNING;
>>>>>>> jobs
      case SUCCEEDED -> 2;
      case FAILED -> 3;
      case CANCELLED -> 4;
    };
  }

  static JobState state(int code) {
<<<<<<< HEAD
    return switch (code) {
      case 0 -> JobState.QUEUED;
      case 1 -> JobState.RUNNING;
      case 2 -> JobState.SUCCEEDED;
      case 3 -> JobState.FAILED;
      case 4 -> JobState.CANCELLED;
      default ->
          throw new IllegalStateException("The file names a state " + code + ", which none is");
    };
=======
    return STATES[code];
>>>>>>> jobs
  }

  static int of(ValueKind kind) {
    return switch (kind) {
      case INPUT -> 0;
      case CHECKPOINT -> 1;
      case RESULT -> 2;
    };
  }
}
