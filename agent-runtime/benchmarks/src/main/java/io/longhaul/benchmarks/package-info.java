/** Speed and memory as ratios: one program that knows them all. */
@NullMarked
package io.longhaul.benchmarks;

import org.jspecify.annotations.NullMarked;
