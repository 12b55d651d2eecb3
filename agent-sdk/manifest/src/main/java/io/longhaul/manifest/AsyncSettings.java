package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import io.longhaul.manifest.binding.Key.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Event invocations, which on Lambda nobody waits for.
 *
 * @param onSuccess null: nobody is told
 * @param onFailure null: nobody is told
 */
public record AsyncSettings(
    @Key(
            value =
                "No attempt of an event that is older begins: it fails. An attempt that runs is not cut.",
            byDefault = "6h",
            minimum = "1m",
            maximum = "14d")
        Duration maxAge,
    @Key(
            value = "Where the record of a success is sent: a queue, topic, bus or function.",
            text = @Pattern(regex = Patterns.DESTINATION, expected = Patterns.DESTINATION_TEXT),
            example = "arn:aws:sqs:eu-west-1:123456789012:done")
        @Nullable String onSuccess,
    @Key(
            value = "Where the record of a failure is sent: a queue, topic, bus or function.",
            text = @Pattern(regex = Patterns.DESTINATION, expected = Patterns.DESTINATION_TEXT),
            example = "arn:aws:sqs:eu-west-1:123456789012:failed")
        @Nullable String onFailure) {}
