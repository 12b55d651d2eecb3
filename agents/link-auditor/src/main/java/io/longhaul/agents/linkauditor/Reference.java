package io.longhaul.agents.linkauditor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link as it stands in a page, taken apart (RFC 3986, appendix B) and resolved (5.2.2). The JDK's
 * {@code URI.resolve} follows the older RFC 2396, which differs for {@code ?page=2} and empty
 * links, and refuses what browsers mend.
 */
record Reference(
    @Nullable String scheme, @Nullable String authority, String path, @Nullable String query) {

  static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern PARTS =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?]*))?([^?]*)(?:\\?(.*))?");

  static Reference parse(String text) throws BadUrl {
    String reference = trim(text);
    if (reference.length() > WebUrl.MAX_LENGTH) {
      throw new BadUrl("it is longer than %,d characters".formatted(WebUrl.MAX_LENGTH));
    }
    Matcher parts = PARTS.matcher(slashed(withoutFragment(reference)));
    if (!parts.matches()) {
      throw new BadUrl("it is no address");
    }
    String scheme = parts.group(1);
    return new Reference(
        scheme == null ? null : scheme.toLowerCase(Locale.ROOT),
        parts.group(2),
        parts.group(3),
        parts.group(4));
  }

  /** Drops what browsers drop: surrounding blanks, and line breaks and tabs anywhere. */
  static String trim(String text) {
    return text.strip().replaceAll("[\\t\\r\\n]", "");
  }

  private static String withoutFragment(String text) {
    int hash = text.indexOf('#');
    return hash < 0 ? text : text.substring(0, hash);
  }

  /** Browsers read a backslash before the query as a slash. */
  private static String slashed(String text) {
    int query = text.indexOf('?');
    int end = query < 0 ? text.length() : query;
    return text.substring(0, end).replace('\\', '/') + text.substring(end);
  }

  Reference against(WebUrl base) {
    if (scheme != null) {
      return this;
    }
    if (authority != null) {
      return new Reference(base.scheme(), authority, path, query);
    }
    if (path.isEmpty()) {
      return inside(base, base.path(), query == null ? base.query() : query);
    }
    return inside(base, path.startsWith("/") ? path : folder(base) + path, query);
  }

  private static Reference inside(WebUrl base, String path, @Nullable String query) {
    return new Reference(base.scheme(), base.authority(), path, query);
  }

  private static String folder(WebUrl base) {
    return base.path().substring(0, base.path().lastIndexOf('/') + 1);
  }
}
