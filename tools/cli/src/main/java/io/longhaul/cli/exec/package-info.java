/** longhaul exec. */
@NullMarked
package io.longhaul.cli.exec;

import org.jspecify.annotations.NullMarked;
