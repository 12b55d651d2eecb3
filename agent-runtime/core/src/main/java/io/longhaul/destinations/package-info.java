/** Where the records of asynchronous invocations go. */
@NullMarked
package io.longhaul.destinations;

import org.jspecify.annotations.NullMarked;
