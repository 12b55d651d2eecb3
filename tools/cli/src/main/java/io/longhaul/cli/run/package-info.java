/** longhaul run. */
@NullMarked
package io.longhaul.cli.run;

import org.jspecify.annotations.NullMarked;
