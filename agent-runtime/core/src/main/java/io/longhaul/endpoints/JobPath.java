package io.longhaul.endpoints;

import io.longhaul.http.Exchange;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.ExecutionId;
import java.util.Optional;

/** Finds the job that a path names. */
final class JobPath {

  private JobPath() {}

  static ExecutionId id(Exchange exchange) {
    return ExecutionId.parse(exchange.variable("id")).orElseThrow(JobPath::unknown);
  }

  static <T> T require(Optional<T> found) {
    return found.orElseThrow(JobPath::unknown);
  }

  private static Problem unknown() {
    return new Problem(
        ProblemType.UNKNOWN_JOB,
        "There is no job of that id here. GET /-/jobs lists those that are kept.");
  }
}
