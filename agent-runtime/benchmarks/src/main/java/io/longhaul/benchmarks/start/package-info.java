/** The time to the first answer of a service, with the AOT cache and without it. */
@NullMarked
package io.longhaul.benchmarks.start;

import org.jspecify.annotations.NullMarked;
