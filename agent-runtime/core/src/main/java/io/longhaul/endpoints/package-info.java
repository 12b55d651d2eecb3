/** The HTTP contract: its table, and one class for each row. */
@NullMarked
package io.longhaul.endpoints;

import org.jspecify.annotations.NullMarked;
