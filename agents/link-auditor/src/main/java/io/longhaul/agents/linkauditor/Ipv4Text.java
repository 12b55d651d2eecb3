package io.longhaul.agents.linkauditor;

import java.util.ArrayList;
import java.util.List;

/** Reads IPv4 addresses as browsers do: https://url.spec.whatwg.org/#concept-ipv4-parser. */
final class Ipv4Text {

  private static final long ADDRESSES = 1L << 32;

  private Ipv4Text() {}

  /** True if browsers take the host for an address: its last part is a number. */
  static boolean isNumeric(String host) {
    return host.substring(host.lastIndexOf('.') + 1).matches("[0-9]+|0x[0-9a-f]*");
  }

  /** The address with four decimal parts; {@code host} is in lower case. */
  static String parse(String host) throws BadUrl {
    List<Long> parts = parts(host);
    long address = parts.getLast();
    long room = ADDRESSES >> (8 * (parts.size() - 1));
    boolean fits = address < room;
    for (int i = 0; i < parts.size() - 1; i++) {
      fits = fits && parts.get(i) < 256;
      address += parts.get(i) << (8 * (3 - i));
    }
    if (!fits) {
      throw new BadUrl("its host is no IPv4 address: " + host);
    }
    return dotted(address);
  }

  private static List<Long> parts(String host) throws BadUrl {
    String[] texts = host.split("\\.", -1);
    if (texts.length > 4) {
      throw new BadUrl("its host is no IPv4 address: " + host);
    }
    List<Long> parts = new ArrayList<>();
    for (String text : texts) {
      parts.add(number(text, host));
    }
    return parts;
  }

  private static long number(String text, String host) throws BadUrl {
    try {
      if (text.startsWith("0x")) {
        return text.length() == 2 ? 0 : Long.parseLong(text.substring(2), 16);
      }
      int radix = text.length() > 1 && text.startsWith("0") ? 8 : 10;
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      throw new BadUrl("its host is no IPv4 address: " + host);
    }
  }

  private static String dotted(long address) {
    return "%d.%d.%d.%d"
        .formatted(address >> 24 & 0xff, address >> 16 & 0xff, address >> 8 & 0xff, address & 0xff);
  }
}
