/** Measurements, on Micrometer. */
@NullMarked
package io.longhaul.metrics;

import org.jspecify.annotations.NullMarked;
