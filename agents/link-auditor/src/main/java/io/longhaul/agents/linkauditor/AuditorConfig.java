package io.longhaul.agents.linkauditor;

import io.longhaul.agents.linkauditor.AddressPolicy.Opening;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The operator's choices, from the manifest's {@code config}.
 *
 * @param concurrency visits at a time in one audit; the client's concurrency bounds all audits
 *     together
 * @param allowAddresses {@code loopback}, {@code private}, or {@code none}
 * @param userAgent begins with the name that robots.txt files call this robot
 */
record AuditorConfig(int concurrency, List<String> allowAddresses, String userAgent) {

  AuditorConfig {
    allowAddresses = List.copyOf(allowAddresses);
    if (concurrency < 1 || concurrency > 64) {
      throw new IllegalArgumentException("CONCURRENCY is %d: use 1 to 64".formatted(concurrency));
    }
    if (!userAgent.matches("[A-Za-z_-]+[\\x20-\\x7e]*")) {
      throw new IllegalArgumentException(
          "USER_AGENT is '%s': begin with letters, as in link-auditor/1.0".formatted(userAgent));
    }
    openings(allowAddresses);
  }

  AddressPolicy addressPolicy() {
    return new AddressPolicy(openings(allowAddresses));
  }

  /** What stands before the version, in lower case. */
  String robot() {
    return userAgent.replaceFirst("[^A-Za-z_-].*", "").toLowerCase(Locale.ROOT);
  }

  private static Set<Opening> openings(List<String> words) {
    Set<Opening> openings = EnumSet.noneOf(Opening.class);
    for (String word : words) {
      switch (word.strip().toLowerCase(Locale.ROOT)) {
        case "loopback" -> openings.add(Opening.LOOPBACK);
        case "private" -> openings.add(Opening.PRIVATE);
        case "none", "" -> {}
        default ->
            throw new IllegalArgumentException(
                "ALLOW_ADDRESSES has '%s': use loopback, private or none".formatted(word));
      }
    }
    return openings;
  }
}
