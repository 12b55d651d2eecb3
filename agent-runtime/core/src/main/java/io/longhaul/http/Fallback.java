package io.longhaul.http;

import java.util.List;
import java.util.function.Supplier;

/**
 * Answers every path that no route has, by any method, for callers. Where there is one, the
 * service's own paths stand under {@code /-/} only.
 *
 * @param origins the origins of browsers that may call, as they are now. While there is one,
 *     preflights are answered here, as API Gateway does; else they reach the endpoint
 */
public record Fallback(Endpoint endpoint, ProblemForm form, Supplier<List<String>> origins) {}
