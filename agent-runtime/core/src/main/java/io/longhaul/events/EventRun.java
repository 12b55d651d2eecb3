package io.longhaul.events;

import io.longhaul.handler.Json;
import java.util.List;
import java.util.Set;

/**
 * One execution that a delivery becomes.
 *
 * @param ids the messages in it
 * @param input what the handler gets when a caller waits: one attempt, then the answer
 * @param stored what a job keeps instead, whose retries run only what is left to do
 * @param answers tells what an answer means for the messages
 */
public record EventRun(List<String> ids, Json input, Json stored, Answers answers) {

  /** Copies the list. */
  public EventRun {
    ids = List.copyOf(ids);
  }

  /** A run that is done with all of its messages when its handler returns. */
  public static EventRun whole(List<String> ids, Json input) {
    return new EventRun(ids, input, input, _ -> Set.of());
  }

  /** Reads what a handler answered. */
  @FunctionalInterface
  public interface Answers {

    /** The messages that must come again although the handler returned. */
    Set<String> again(Json answer);
  }
}
