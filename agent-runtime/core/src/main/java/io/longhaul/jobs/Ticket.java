package io.longhaul.jobs;

import java.time.Instant;

/**
 * A message that makes a worker look at a job.
 *
 * @param handle what the queue needs to find the ticket again; opaque, good until it is visible
 *     again
 * @param sentAt when it was sent
 */
public record Ticket(ExecutionId id, String handle, Instant sentAt) {}
