/** The composition root. */
@NullMarked
package io.longhaul.app;

import org.jspecify.annotations.NullMarked;
