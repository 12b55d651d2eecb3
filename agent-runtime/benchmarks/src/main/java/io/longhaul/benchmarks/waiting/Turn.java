package io.longhaul.benchmarks.waiting;

/**
 * What a call asks for.
 *
 * @param open lets all waiting calls go, instead of waiting
 */
public record Turn(boolean open) {}
