/** What the service depends on, and whether it is there. */
@NullMarked
package io.longhaul.health;

import org.jspecify.annotations.NullMarked;
