package io.longhaul.cli.runtimes;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Names what is installed: other pins make another folder, and running services keep theirs. */
final class Pins {

  private Pins() {}

  /** Eight digits. */
  static String hash(String pins) {
    var sum = new CRC32();
    sum.update(pins.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
