/**
 * HTTP events: a plain HTTP request becomes the event that API Gateway, a load balancer or a
 * function URL would make of it, and the function's answer becomes HTTP again.
 */
@NullMarked
package io.longhaul.lambda.httpevents;

import org.jspecify.annotations.NullMarked;
