package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import java.time.Duration;

/**
 * When a dependency that keeps failing is left alone.
 *
 * @param failureRate opens the circuit
 * @param calls the last calls that are judged
 * @param pause until a trial call is let through again
 */
public record CircuitBreakerSettings(
    @Key(value = "The share of failed calls that stops the calling.", byDefault = "50%")
        Share failureRate,
    @Key(
            value = "How many of the last calls are judged; with fewer the calling goes on.",
            byDefault = "20",
            minimum = "1",
            maximum = "10000")
        int calls,
    @Key(
            value = "The pause before a trial call is let through again.",
            byDefault = "30s",
            minimum = "1ms")
        Duration pause) {}
