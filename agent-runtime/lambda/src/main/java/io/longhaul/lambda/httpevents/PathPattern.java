package io.longhaul.lambda.httpevents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path of a route: {@code {id}} stands for one segment, {@code {proxy+}} at its end for one or
 * more. The most specific comes first: text before a variable before a greedy one, from the left.
 */
record PathPattern(String text, List<String> segments) implements Comparable<PathPattern> {

  static PathPattern of(String text) {
    return new PathPattern(text, segmentsOf(text));
  }

  /** The variables of a path as it was sent; null if it is not of this pattern. */
  @Nullable Map<String, String> match(String path) {
    List<String> parts = segmentsOf(path);
    var variables = new LinkedHashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (greedy(segment)) {
        String rest = String.join("/", parts.subList(Math.min(i, parts.size()), parts.size()));
        variables.put(segment.substring(1, segment.length() - 2), Percent.decoded(rest));
        return rest.isEmpty() ? null : variables;
      }
      if (i >= parts.size() || !matches(segment, parts.get(i), variables)) {
        return null;
      }
    }
    return parts.size() == segments.size() ? variables : null;
  }

  private static boolean matches(String segment, String part, Map<String, String> variables) {
    if (!variable(segment)) {
      return segment.equals(part) || segment.equals(Percent.decoded(part));
    }
    variables.put(segment.substring(1, segment.length() - 1), Percent.decoded(part));
    return !part.isEmpty();
  }

  @Override
  public int compareTo(PathPattern other) {
    int common = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < common; i++) {
      int order = Integer.compare(rank(segments.get(i)), rank(other.segments.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(other.segments.size(), segments.size());
  }

  private static int rank(String segment) {
    return greedy(segment) ? 2 : variable(segment) ? 1 : 0;
  }

  private static boolean variable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean greedy(String segment) {
    return segment.startsWith("{") && segment.endsWith("+}");
  }

  private static List<String> segmentsOf(String path) {
    return Arrays.asList(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
  }
}
