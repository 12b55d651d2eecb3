/** Lambda's Runtime API on loopback, a port per instance: HTTP here, its meaning in a listener. */
@NullMarked
package io.longhaul.lambda.runtimeapi;

import org.jspecify.annotations.NullMarked;
