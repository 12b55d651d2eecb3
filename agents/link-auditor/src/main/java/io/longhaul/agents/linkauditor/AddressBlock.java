package io.longhaul.agents.linkauditor;

import java.math.BigInteger;
import java.net.InetAddress;

/** A block of IP addresses. */
record AddressBlock(int length, BigInteger prefix, int ignoredBits) {

  /** Reads {@code 10.0.0.0/8} or {@code fc00::/7}. */
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
    int ignored = address.length * 8 - Integer.parseInt(text.substring(slash + 1));
    return new AddressBlock(
        address.length, new BigInteger(1, address).shiftRight(ignored), ignored);
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == length
        && new BigInteger(1, bytes).shiftRight(ignoredBits).equals(prefix);
  }
}
