package io.longhaul.agents.linkauditor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https address in the one form in which equal ones are equal texts: no
 * fragment, no default port, no dot segments, host and escapes normalized.
 *
 * @param host without brackets
 * @param port -1 for the scheme's own
 * @param path begins with a slash
 * @param query without the question mark; null if there is none
 */
record WebUrl(String scheme, String host, int port, String path, @Nullable String query) {

  /** Longer ones fail on many servers, and would let one page fill an audit's memory. */
  static final int MAX_LENGTH = 2_000;

  private static final Pattern PORT = Pattern.compile("(?<host>.*?|\\[.*])(?::(?<port>[0-9]*))?");

  static WebUrl parse(String text) throws BadUrl {
    Reference reference = Reference.parse(text);
    if (reference.scheme() == null) {
      throw new BadUrl("it does not begin with http:// or https://");
    }
    return of(reference);
  }

  /** The address that a link of this page, or a redirect of it, leads to. */
  WebUrl resolve(String reference) throws BadUrl {
    return of(Reference.parse(reference).against(this));
  }

  private static WebUrl of(Reference reference) throws BadUrl {
    String scheme = String.valueOf(reference.scheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new BadUrl("only http and https are followed, not " + scheme);
    }
    String authority = reference.authority();
    if (authority == null) {
      throw new BadUrl("it names no host");
    }
    if (authority.contains("@")) {
      throw new BadUrl("it carries a user name or password, which an audit never sends");
    }
    Matcher parts = PORT.matcher(authority);
    if (!parts.matches()) {
      throw new BadUrl("it names no host");
    }
    String query = reference.query();
    return new WebUrl(
        scheme,
        HostName.normalize(parts.group("host")),
        port(scheme, parts.group("port")),
        DotSegments.remove("/" + PercentEncoding.normalize(stripSlash(reference.path()))),
        query == null ? null : PercentEncoding.normalize(query));
  }

  private static String stripSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private static int port(String scheme, @Nullable String written) throws BadUrl {
    if (written == null || written.isEmpty()) {
      return -1;
    }
    int port = written.length() > 9 ? 0 : Integer.parseInt(written);
    if (port < 1 || port > 65_535) {
      throw new BadUrl("its port is not between 1 and 65535");
    }
    return port == defaultPort(scheme) ? -1 : port;
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  int effectivePort() {
    return port == -1 ? defaultPort(scheme) : port;
  }

  /** Host and port as a person writes them; http and https of one host are the same. */
  String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == -1 ? name : name + ":" + port;
  }

  /** What one robots.txt stands for. */
  String site() {
    return scheme + "://" + authority();
  }

  /** What a request asks for. */
  String target() {
    return query == null ? path : path + "?" + query;
  }

  @Override
  public String toString() {
    return site() + target();
  }

  /** What stands before the colon, in lower case; empty for a relative reference. */
  static String schemeOf(String text) {
    Matcher scheme = Reference.SCHEME.matcher(Reference.trim(text));
    return scheme.lookingAt() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
