package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;

/**
 * What one task has.
 *
 * @param cpu in units of 1/1024 of a processor
 */
public record ResourceSettings(
    @Key(
            value = "Processor units, 1024 to one processor.",
            oneOf = {256, 512, 1024, 2048, 4096, 8192, 16384},
            defaultText = "512 (1024 for kind: long), or the least that memory or instances need",
            example = "512")
        int cpu,
    @Key(
            value =
                "Memory; Fargate offers certain sizes for each cpu. A Lambda handler's instances"
                    + " share what the service leaves, three quarters less 192MB: at least 128MB"
                    + " each.",
            defaultText = "twice the cpu: 1GB for 512, or the least that instances need",
            example = "1GB")
        ByteSize memory,
    @Key(
            value = "Disk of a task, lost when it ends. More than 20GB costs extra.",
            byDefault = "20GB",
            minimum = "20GB",
            maximum = "200GB")
        ByteSize disk,
    @Key(
            value = "The processor. Compiled code and layers must be made for it.",
            byDefault = "arm64")
        Architecture architecture,
    @Key(
            value =
                "Whether tasks run on Fargate Spot: up to 70% cheaper, ended with two minutes'"
                    + " notice.",
            byDefault = "false",
            example = "true")
        boolean spot) {}
