package io.longhaul.agents.linkauditor;

import java.util.ArrayDeque;
import java.util.Deque;

/** Removes {@code .} and {@code ..} from a path (RFC 3986, 5.2.4); empty segments stay. */
final class DotSegments {

  private DotSegments() {}

  /** The path, which begins with a slash, without dot segments; never above the root. */
  static String remove(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> keepFolder(kept, last);
        case ".." -> {
          kept.pollLast();
          keepFolder(kept, last);
        }
        default -> kept.addLast(segments[i]);
      }
    }
    return "/" + String.join("/", kept);
  }

  private static void keepFolder(Deque<String> kept, boolean last) {
    if (last) {
      kept.addLast("");
    }
  }
}
