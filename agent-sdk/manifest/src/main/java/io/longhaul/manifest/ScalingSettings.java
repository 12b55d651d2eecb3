package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;

/** How many tasks there are. */
public record ScalingSettings(
    @Key(
            value = "The fewest tasks. 0 lets a worker stand still while there is no job.",
            defaultText = "1; 0 for kind: worker",
            minimum = "0",
            maximum = "1000",
            example = "1")
        int min,
    @Key(
            value = "The most tasks.",
            defaultText = "10, or min where that is more",
            minimum = "1",
            maximum = "1000",
            example = "10")
        int max,
    @Key(
            value = "What is held by adding and removing tasks; whichever asks for most wins.",
            defaultText = "{cpu: 60%}; {backlog-per-task: 5} for worker, 1 for long")
        ScalingTarget target) {}
