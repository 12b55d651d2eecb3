/** The Lambda Invoke API: callers that know an agent as a Lambda function call it unchanged. */
@NullMarked
package io.longhaul.lambda.invokeapi;

import org.jspecify.annotations.NullMarked;
