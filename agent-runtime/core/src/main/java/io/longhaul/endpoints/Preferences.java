package io.longhaul.endpoints;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The header Prefer (RFC 7240): several preferences in one header or several headers; of a
 * preference that is repeated the first counts, and unknown or malformed ones are ignored.
 *
 * @param waits null if not preferred
 */
record Preferences(boolean respondAsync, @Nullable Duration waits) {

  private static final Preferences NONE = new Preferences(false, null);

  /** Nine digits: 31 years are as good as for ever. */
  private static final String SECONDS = "\"?[0-9]{1,9}\"?";

  static Preferences of(Iterable<String> headers) {
    Preferences found = NONE;
    for (String header : headers) {
      for (String preference : header.split(",", -1)) {
        found = found.and(preference);
      }
    }
    return found;
  }

  private Preferences and(String preference) {
    String[] word = preference.split(";", 2)[0].split("=", 2);
    String name = word[0].strip().toLowerCase(Locale.ROOT);
    String value = word.length == 1 ? "" : word[1].strip();
    if (name.equals("respond-async")) {
      return new Preferences(true, waits);
    }
    if (name.equals("wait") && waits == null && value.matches(SECONDS)) {
      return new Preferences(
          respondAsync, Duration.ofSeconds(Long.parseLong(value.replace("\"", ""))));
    }
    return this;
  }

  /** Whether to answer with a job at once. Both together mean: wait so long, then answer. */
  boolean atOnce() {
    return respondAsync && waits == null;
  }

  /** What to answer in Preference-Applied; null if there was nothing to apply. */
  @Nullable String applied(boolean asJob) {
    String waited = waits == null ? null : "wait=" + waits.toSeconds();
    if (respondAsync && asJob) {
      return waited == null ? "respond-async" : "respond-async, " + waited;
    }
    return waited;
  }
}
