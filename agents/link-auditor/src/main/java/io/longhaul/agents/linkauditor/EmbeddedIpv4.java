package io.longhaul.agents.linkauditor;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Finds the IPv4 address that an IPv6 one stands for: packets to it may end there. */
final class EmbeddedIpv4 {

  private static final String ZERO_64_BITS = "0000000000000000";

  private EmbeddedIpv4() {}

  static Optional<InetAddress> in(InetAddress address) {
    if (!(address instanceof Inet6Address)
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()) {
      return Optional.empty();
    }
    byte[] bytes = address.getAddress();
    String hex = HexFormat.of().formatHex(bytes);
    if (hex.startsWith("2002")) { // 6to4, RFC 3056
      return Optional.of(ipv4(bytes, 2));
    }
    return endsWithIpv4(hex) ? Optional.of(ipv4(bytes, 12)) : Optional.empty();
  }

  private static boolean endsWithIpv4(String hex) {
    String middle = hex.substring(16, 24);
    boolean zeroes = hex.startsWith(ZERO_64_BITS);
    return (zeroes && middle.equals("00000000")) // IPv4-compatible, RFC 4291
        || (zeroes && middle.equals("0000ffff")) // IPv4-mapped, RFC 4291
        || (zeroes && middle.equals("ffff0000")) // IPv4-translated, RFC 2765
        || hex.startsWith("0064ff9b0000000000000000") // NAT64, RFC 6052
        || middle.equals("00005efe") // ISATAP, RFC 5214
        || middle.equals("02005efe");
  }

  private static InetAddress ipv4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
