/** POST /execute of an agent that does nothing, beside a bare Spring Boot controller. */
@NullMarked
package io.longhaul.benchmarks.execute;

import org.jspecify.annotations.NullMarked;
