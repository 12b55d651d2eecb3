package io.longhaul.jobs;

import java.time.Duration;

/**
 * One attempt of an execution, for whoever counts or logs.
 *
 * @param attempt counts from 1
 * @param job whether it has a durable record
 * @param ran how long the handler ran so far
 */
public record Execution(ExecutionId id, int attempt, boolean job, Duration ran) {}
