/** Ten thousand synchronous calls that wait at once, in a small heap. */
@NullMarked
package io.longhaul.benchmarks.waiting;

import org.jspecify.annotations.NullMarked;
