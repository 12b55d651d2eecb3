package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How jobs run.
 *
 * @param concurrency jobs at a time in one task
 * @param timeout null: no limit
 */
public record JobSettings(
    @Key(
            value = "Jobs at a time in one task.",
            defaultText = "2; for a Lambda handler instances × concurrency − 1, at least 1",
            minimum = "1",
            maximum = "10000",
            example = "2")
        int concurrency,
    @Key(
            value = "How often a job that fails is tried in all. Lost workers are counted apart.",
            byDefault = "3",
            minimum = "1",
            maximum = "100")
        int attempts,
    @Key(
            value =
                "The pause before the second attempt; it doubles with each one after, up to 15m.",
            byDefault = "10s",
            minimum = "1ms",
            maximum = "1d")
        Duration backoff,
    @Key(
            value = "The longest that one attempt may take; bounds synchronous calls too.",
            byDefault = "none",
            none = "no limit",
            minimum = "1s",
            example = "2h")
        @Nullable Duration timeout,
    @Key(
            value =
                "The time that handlers are told they have, when there is no earlier time-out."
                    + " Nothing is stopped by it.",
            byDefault = "24h",
            minimum = "1s")
        Duration deadline,
    @Key(
            value = "How long an ended job is kept, with its result.",
            byDefault = "30d",
            minimum = "1m")
        Duration retention) {}
