package io.longhaul.benchmarks.measure;

/** What a server did in one round. CPU is the server's, in microseconds. */
public record Load(
    double requestsPerSecond, double cpuPerRequest, double medianMillis, double p99Millis) {}
