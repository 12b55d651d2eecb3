/** JMH: what the parts of POST /execute cost, so that a slower service can be explained. */
@NullMarked
package io.longhaul.benchmarks.hotpath;

import org.jspecify.annotations.NullMarked;
