package io.longhaul.benchmarks.waiting;

/**
 * What a call is answered.
 *
 * @param waited whether it waited for the gate
 */
public record Held(boolean waited) {}
