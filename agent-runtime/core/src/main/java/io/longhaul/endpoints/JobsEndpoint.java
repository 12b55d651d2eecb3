package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Parameter;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.JobPage;
import io.longhaul.jobs.JobState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists jobs, newest first. */
final class JobsEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "listJobs", "Jobs", "List jobs, newest first", Reply.json(200, "A page.", "JobPage"))
          .with(
              new Parameter("query", "state", "JobState", "Only jobs in this state."),
              new Parameter("query", "limit", "Limit", "How many; 50 if not said."),
              new Parameter("query", "cursor", "Cursor", "The next_cursor of the page before."))
          .failing(ProblemType.INVALID_PARAMETER, ProblemType.NOT_SERVING, ProblemType.STORE_AWAY);

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Executions executions;

  JobsEndpoint(Executions executions) {
    this.executions = executions;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    JobPage page =
        executions.list(
            state(exchange.query("state")),
            limit(exchange.query("limit")),
            before(exchange.query("cursor")));
    exchange.json(
        200, new Page(page.jobs().stream().map(JobView::of).toList(), cursor(page.next())));
  }

  private static @Nullable JobState state(@Nullable String text) {
    return text == null
        ? null
        : Arrays.stream(JobState.values())
            .filter(state -> JobView.word(state).equals(text))
            .findFirst()
            .orElseThrow(() -> wrong("state", "queued, running, succeeded, failed or cancelled"));
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw wrong("limit", "a number from 1 to " + MOST);
    }
    return limit;
  }

  private static @Nullable ExecutionId before(@Nullable String cursor) {
    return cursor == null
        ? null
        : decode(cursor)
            .flatMap(ExecutionId::parse)
            .orElseThrow(() -> wrong("cursor", "the next_cursor of an earlier page"));
  }

  private static Optional<String> decode(String cursor) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static @Nullable String cursor(@Nullable ExecutionId next) {
    return next == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(next.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static Problem wrong(String parameter, String expected) {
    return new Problem(
            ProblemType.INVALID_PARAMETER,
            "The query parameter %s must be %s.".formatted(parameter, expected))
        .field(parameter);
  }

  /** The answer. */
  record Page(List<JobView> jobs, @Nullable String nextCursor) {}
}
