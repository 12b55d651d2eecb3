/** Durable jobs per second, beside two job libraries and a bare loop on the same SQLite. */
@NullMarked
package io.longhaul.benchmarks.jobs;

import org.jspecify.annotations.NullMarked;
