/** Follows the links of a site and reports what is wrong with them. */
@NullMarked
package io.longhaul.agents.linkauditor;

import org.jspecify.annotations.NullMarked;
