package io.longhaul.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some jobs, newest first.
 *
 * @param next the last id of this page where more may follow: the next page holds only older ones
 */
public record JobPage(List<Job> jobs, @Nullable ExecutionId next) {}
