package io.longhaul.benchmarks.measure;

/**
 * What a server did in one round. CPU is in microseconds.
 *
 * @param cpuPerRequest of the server itself
 * @param childrenCpuPerRequest of the processes that it started
 */
public record Load(
    double requestsPerSecond,
    double cpuPerRequest,
    double childrenCpuPerRequest,
    double medianMillis,
    double p99Millis) {}
