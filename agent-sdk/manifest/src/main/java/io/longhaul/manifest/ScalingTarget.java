package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import org.jspecify.annotations.Nullable;

/** The figures that scaling holds; null: not looked at. */
public record ScalingTarget(
    @Key(value = "Average use of the processor.", example = "60%") @Nullable Share cpu,
    @Key(value = "Average use of memory.", example = "75%") @Nullable Share memory,
    @Key(
            value = "Requests a minute for each task.",
            minimum = "1",
            maximum = "10000000",
            example = "200")
        @Nullable Integer requestsPerMinute,
    @Key(
            value = "Unfinished jobs for each task.",
            minimum = "1",
            maximum = "1000000",
            example = "5")
        @Nullable Integer backlogPerTask) {}
