/** Counts to a number, slowly. */
@NullMarked
package io.longhaul.agents.@PACKAGE@;

import org.jspecify.annotations.NullMarked;
