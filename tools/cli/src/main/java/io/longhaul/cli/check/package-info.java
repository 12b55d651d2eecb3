/** longhaul manifest check. */
@NullMarked
package io.longhaul.cli.check;

import org.jspecify.annotations.NullMarked;
