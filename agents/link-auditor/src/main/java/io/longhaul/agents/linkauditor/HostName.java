package io.longhaul.agents.linkauditor;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;

/**
 * Brings the host of an address into one form: lower case, Punycode, and every way to write an IP
 * address ({@code 0x7f.1}, {@code 2130706433}) as browsers read it, so that nothing hides behind an
 * odd spelling.
 */
final class HostName {

  private HostName() {}

  /** The host without brackets. */
  static String normalize(String written) throws BadUrl {
    if (written.startsWith("[")) {
      return ipv6(written);
    }
    String host = ascii(written);
    if (host.isEmpty() || host.length() > 253) {
      throw new BadUrl("it names no host");
    }
    return Ipv4Text.isNumeric(host) ? Ipv4Text.parse(host) : host;
  }

  private static String ipv6(String written) throws BadUrl {
    if (!written.endsWith("]") || written.indexOf(':') < 0 || written.contains("%")) {
      throw new BadUrl("its host is no IPv6 address: " + written);
    }
    try {
      return InetAddress.ofLiteral(written.substring(1, written.length() - 1)).getHostAddress();
    } catch (IllegalArgumentException e) {
      throw new BadUrl("its host is no IPv6 address: " + written);
    }
  }

  private static boolean hasEmptyLabel(String host) {
    return host.contains("..") || host.startsWith(".") || host.endsWith(".");
  }

  private static String withoutTrailingDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static String ascii(String host) throws BadUrl {
    try {
      String ascii =
          withoutTrailingDot(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
      if (!ascii.matches("[a-z0-9._-]*") || hasEmptyLabel(ascii)) {
        throw new BadUrl("its host has characters that no name has: " + host);
      }
      return ascii;
    } catch (IllegalArgumentException e) {
      throw new BadUrl("its host is no name: " + host);
    }
  }
}
