package io.longhaul.destinations;

import java.nio.file.Path;

/** Where records are written where no AWS is configured. */
public record DestinationSettings(Path folder) {}
