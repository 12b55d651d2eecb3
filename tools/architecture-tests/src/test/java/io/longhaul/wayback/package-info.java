/** A native agent on Lambda: what the guide builds, under AWS's own client. */
@NullMarked
package io.longhaul.wayback;

import org.jspecify.annotations.NullMarked;
