/** Runs agents in unit tests. */
@NullMarked
package io.longhaul.testing;

import org.jspecify.annotations.NullMarked;
