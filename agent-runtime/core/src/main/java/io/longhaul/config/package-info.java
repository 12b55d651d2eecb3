/**
 * Configuration: Parameter Store over the environment over {@code .env} over defaults, bound to an
 * agent's record.
 */
@NullMarked
package io.longhaul.config;

import org.jspecify.annotations.NullMarked;
