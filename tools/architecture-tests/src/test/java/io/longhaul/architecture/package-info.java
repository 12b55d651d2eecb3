/** The arrows and rules of the design, held against every module. */
@NullMarked
package io.longhaul.architecture;

import org.jspecify.annotations.NullMarked;
