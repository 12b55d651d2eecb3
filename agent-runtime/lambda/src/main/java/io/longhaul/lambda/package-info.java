/** Lambda handlers, run by child processes under their official runtime clients. */
@NullMarked
package io.longhaul.lambda;

import org.jspecify.annotations.NullMarked;
