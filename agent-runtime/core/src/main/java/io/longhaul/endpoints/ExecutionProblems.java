package io.longhaul.endpoints;

import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.Failure;

/** What a caller is told when its execution ended otherwise than well. */
final class ExecutionProblems {

  private ExecutionProblems() {}

  static Problem of(Answer.Failed failed) {
    Failure failure = failed.failure();
    var problem =
        switch (failure.type()) {
          case Failure.INVALID_INPUT -> invalidInput(failure.message());
          case "timeout" -> new Problem(ProblemType.EXECUTION_TIMED_OUT, failure.message());
          case "worker-lost" -> new Problem(ProblemType.WORKER_LOST, failure.message());
          default -> new Problem(ProblemType.EXECUTION_FAILED, failure.message());
        };
    return problem.execution(failed.id());
  }

  static Problem of(Answer.Cancelled cancelled) {
    return new Problem(ProblemType.EXECUTION_CANCELLED, "Somebody cancelled this execution.")
        .execution(cancelled.id());
  }

  /** A stored failure has one text: the field, a colon, and what was wrong with it. */
  private static Problem invalidInput(String message) {
    int colon = message.indexOf(": ");
    return colon < 0
        ? new Problem(ProblemType.INVALID_INPUT, message)
        : new Problem(ProblemType.INVALID_INPUT, message.substring(colon + 2))
            .field(message.substring(0, colon));
  }
}
