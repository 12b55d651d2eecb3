package io.longhaul.jobs;

/**
 * How many tickets there are.
 *
 * @param visible those that can be received now
 * @param inFlight those received and hidden
 * @param delayed those sent with a delay that is not over
 */
public record QueueDepth(long visible, long inFlight, long delayed) {}
