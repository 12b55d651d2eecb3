/** What the service counts and times, in Micrometer's registry. */
@NullMarked
package io.longhaul.metrics;

import org.jspecify.annotations.NullMarked;
