/** The HTTP contract, seen from a caller. */
@NullMarked
package io.longhaul.cli.api;

import org.jspecify.annotations.NullMarked;
