package io.longhaul.jobs;

import java.time.Instant;

/**
 * What a job knows if it is an Event invocation: a call that nobody waits for, so that its age is
 * limited and its end is told to a destination.
 *
 * @param startBy neither its first attempt nor a retry begins after this
 * @param begun an attempt has begun and has not failed; after a drain or the loss of its worker it
 *     goes on, however old the event is by then
 * @param recordDue it has ended, and the record of that end was not delivered yet
 */
public record EventInvocation(Instant startBy, boolean begun, boolean recordDue) {

  static EventInvocation accepted(Instant startBy) {
    return new EventInvocation(startBy, false, false);
  }

  EventInvocation begun(boolean attempt) {
    return new EventInvocation(startBy, attempt, recordDue);
  }

  EventInvocation recordDue(boolean due) {
    return new EventInvocation(startBy, begun, due);
  }
}
