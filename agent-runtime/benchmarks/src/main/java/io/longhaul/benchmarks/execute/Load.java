package io.longhaul.benchmarks.execute;

/** What a server did in one round. CPU is the server's, in microseconds. */
record Load(
    double requestsPerSecond, double cpuPerRequest, double medianMillis, double p99Millis) {}
