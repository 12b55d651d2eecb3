package io.longhaul.jobs;

import io.longhaul.handler.Json;
import org.jspecify.annotations.Nullable;

/**
 * Tells the ends of Event invocations to whom they are meant for. The engine says when; what is
 * told, and to whom, is decided here. Safe for concurrent use.
 */
public interface EventOutcomes {

  /** Nobody is told anything. */
  EventOutcomes NOBODY =
      new EventOutcomes() {
        @Override
        public boolean awaited(JobState end) {
          return false;
        }

        @Override
        public Json report(Answer.Failed attempt) {
          throw new IllegalStateException("Nobody waits for a report");
        }

        @Override
        public void tell(Job ended, Json input, @Nullable Json response) {
          throw new IllegalStateException("Nobody waits for a record");
        }
      };

  /** Whether somebody is to be told of this end: succeeded or failed. */
  boolean awaited(JobState end);

  /**
   * What a failed attempt answered, in the words of the function's caller. It is kept until the job
   * has ended.
   */
  Json report(Answer.Failed attempt);

  /**
   * Tells an end; returns when whoever was told has it for good. Called again with the same end if
   * it threw, or if the process died before it was noted.
   *
   * @param response the output, or what the last failed attempt answered; null = no attempt ended
   * @throws Undeliverable if nobody will ever take it: then it is not told again
   * @throws RuntimeException if it has to be tried again
   */
  void tell(Job ended, Json input, @Nullable Json response);
}
