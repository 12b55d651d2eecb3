/** Calls through the instances of Lambda functions: speed, memory, and AWS's emulator beside it. */
@NullMarked
package io.longhaul.benchmarks.instances;

import org.jspecify.annotations.NullMarked;
