/** The longhaul command. */
@NullMarked
package io.longhaul.cli;

import org.jspecify.annotations.NullMarked;
