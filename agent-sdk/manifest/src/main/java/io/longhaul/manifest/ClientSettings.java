package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Outgoing calls to one dependency.
 *
 * @param timeout per try; null: no limit
 * @param circuitBreaker null: none
 * @param concurrency calls at a time, the bulkhead; null: no limit
 * @param rate null: no limit
 */
public record ClientSettings(
    @Key(
            value = "The longest that one try may take.",
            byDefault = "30s",
            none = "no limit",
            minimum = "1ms",
            example = "10s")
        @Nullable Duration timeout,
    @Key(
            value = "Tries after the first that failed.",
            byDefault = "2",
            minimum = "0",
            maximum = "20")
        int retries,
    @Key(
            value = "Stops calling a dependency that keeps failing.",
            byDefault = "{}",
            none = "calls go out however many fail")
        @Nullable CircuitBreakerSettings circuitBreaker,
    @Key(
            value = "Calls at a time.",
            byDefault = "none",
            none = "no limit",
            minimum = "1",
            maximum = "100000",
            example = "8")
        @Nullable Integer concurrency,
    @Key(
            value = "Calls in a second (20/s), minute (600/m) or hour (1000/h); more wait.",
            byDefault = "none",
            none = "no limit",
            example = "20/s")
        @Nullable Rate rate) {}
