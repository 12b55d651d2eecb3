package io.longhaul.jobs.embedded;

import java.nio.file.Path;

/** Where the jobs of this machine are kept. */
public record EmbeddedJobsSettings(Path folder) {}
