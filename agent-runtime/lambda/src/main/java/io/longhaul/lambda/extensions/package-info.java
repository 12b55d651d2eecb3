/** Lambda's Extensions and Telemetry APIs: what runs beside a function, and learns what it does. */
@NullMarked
package io.longhaul.lambda.extensions;

import org.jspecify.annotations.NullMarked;
