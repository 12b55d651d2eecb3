package io.longhaul.cli.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A job as the service tells it.
 *
 * @param json the whole answer, with fields that this version does not know
 */
public record JobView(JsonNode json) {

  private static final Set<String> FINAL = Set.of("succeeded", "failed", "cancelled");

  /** The job's id. */
  public String id() {
    return json.path("job_id").asString("");
  }

  /** {@code queued}, {@code running}, {@code succeeded}, {@code failed} or {@code cancelled}. */
  public String state() {
    return json.path("state").asString("unknown");
  }

  /** Whether nothing more will happen unless somebody retries it. */
  public boolean ended() {
    return FINAL.contains(state());
  }

  /** Counts from 1; 0 before the first. */
  public int attempt() {
    return json.path("attempt").asInt(0);
  }

  /** From 0 to 1. */
  public double fraction() {
    return json.path("progress").path("fraction").asDouble(0);
  }

  /** What the agent said last; may be empty. */
  public String message() {
    return json.path("progress").path("message").asString("");
  }

  /** Why it failed, in a line; empty if it did not. */
  public String error() {
    var error = json.path("error");
    if (error.isObject()) {
      return error.path("message").asString(error.toString());
    }
    return error.asString("");
  }

  /** When it was accepted. */
  public Optional<Instant> created() {
    return time("created_at");
  }

  /** From the start of its first attempt to its end; empty before that end. */
  public Optional<Duration> took() {
    return time("started_at")
        .flatMap(start -> time("finished_at").map(end -> Duration.between(start, end)));
  }

  private Optional<Instant> time(String field) {
    var text = json.path(field).asString("");
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }
}
