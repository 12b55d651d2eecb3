package io.longhaul.http;

import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.MalformedInput;
import io.longhaul.jobs.Refused;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what an endpoint threw into a problem. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static Problem toProblem(Exception thrown) {
    return switch (thrown) {
      case Problem problem -> problem;
      case MalformedInput malformed -> new Problem(ProblemType.MALFORMED_JSON, text(malformed));
      case InvalidInput invalid ->
          new Problem(ProblemType.INVALID_INPUT, text(invalid)).field(invalid.field());
      case Refused refused -> ofRefused(refused);
      case InterruptedException _ ->
          new Problem(ProblemType.NOT_SERVING, "The service stops; try again.")
              .header("Retry-After", "1");
      case IOException _ ->
          new Problem(ProblemType.BAD_REQUEST, "The body broke off or could not be read.");
      default -> ofFault(thrown);
    };
  }

  private static Problem ofRefused(Refused refused) {
    return switch (refused) {
      case Refused.Busy busy ->
          new Problem(ProblemType.BUSY, text(busy))
              .header("Retry-After", seconds(busy.retryAfter()));
      case Refused.KeyReused _ ->
          new Problem(ProblemType.KEY_REUSED, text(refused)).field("Idempotency-Key");
      case Refused.NotServing _ ->
          new Problem(ProblemType.NOT_SERVING, text(refused)).header("Retry-After", "1");
      case Refused.StoreAway _ ->
          new Problem(ProblemType.STORE_AWAY, text(refused)).header("Retry-After", "5");
      case Refused.WrongState _ -> new Problem(ProblemType.WRONG_STATE, text(refused));
    };
  }

  private static Problem ofFault(Exception thrown) {
    LOG.error("A call failed by a fault of the service itself", thrown);
    return new Problem(
        ProblemType.INTERNAL_ERROR,
        "The service itself failed; its log names the cause. Trying again may help.");
  }

  private static String text(Exception exception) {
    return String.valueOf(exception.getMessage());
  }

  /** Whole seconds, rounded up: RFC 9110 knows no fractions. */
  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
  }
}
