/**
 * Plumbing of the HTTP side that knows no endpoint: the table of routes and its dispatch, bodies
 * and their limits, problems, the embedded server.
 */
@NullMarked
package io.longhaul.http;

import org.jspecify.annotations.NullMarked;
