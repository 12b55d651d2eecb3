/** Calls of a function with more than an event: a trace, a client context, an answer in parts. */
@NullMarked
package io.longhaul.lambda.calls;

import org.jspecify.annotations.NullMarked;
