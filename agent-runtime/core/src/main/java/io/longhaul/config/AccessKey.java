package io.longhaul.config;

import io.longhaul.agent.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One entry of {@code SIGV4_KEYS}.
 *
 * @param id names the caller; no secret
 * @param secret what the caller signs with
 */
public record AccessKey(String id, Secret secret) {

  /** What AWS allows in an id, and what its credential scope can hold. */
  private static final Pattern ENTRY = Pattern.compile("(\\w{1,128}):(\\S+)");

  /**
   * Reads entries of the form ID:SECRET.
   *
   * @throws InvalidConfig naming every other entry by its place, since it may hold a secret
   */
  static List<AccessKey> read(List<String> entries) {
    var keys = new ArrayList<AccessKey>();
    var problems = new ArrayList<String>();
    for (String entry : entries) {
      var parts = ENTRY.matcher(entry);
      if (parts.matches()) {
        keys.add(new AccessKey(parts.group(1), new Secret(parts.group(2))));
      } else {
        problems.add(
            "SIGV4_KEYS: entry %d of %d is not ID:SECRET, the ID being letters, digits and _"
                .formatted(keys.size() + problems.size() + 1, entries.size()));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfig(problems);
    }
    return List.copyOf(keys);
  }
}
