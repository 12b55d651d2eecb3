/** longhaul new. */
@NullMarked
package io.longhaul.cli.scaffold;

import org.jspecify.annotations.NullMarked;
