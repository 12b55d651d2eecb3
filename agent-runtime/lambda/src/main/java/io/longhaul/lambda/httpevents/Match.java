package io.longhaul.lambda.httpevents;

import java.util.Map;

/**
 * The route that a request goes to.
 *
 * @param key as API Gateway writes it, such as {@code GET /customers/{id}} or {@code $default}
 * @param pattern its path, such as {@code /customers/{id}}
 * @param variables what stands in the path's variables, decoded
 */
record Match(String key, String pattern, Map<String, String> variables) {}
