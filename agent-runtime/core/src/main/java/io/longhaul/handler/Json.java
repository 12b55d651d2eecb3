package io.longhaul.handler;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JSON text in UTF-8, as it came or as it will go. The bytes are not copied, since they can be
 * many: nobody changes them.
 */
public final class Json {

  private final byte[] utf8;

  private Json(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** Wraps bytes that nobody will change. They are not checked to be JSON. */
  public static Json of(byte[] utf8) {
    return new Json(utf8);
  }

  /** Wraps a text. */
  public static Json of(String text) {
    return new Json(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes themselves, not a copy. */
  public byte[] utf8() {
    return utf8;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Json json && Arrays.equals(utf8, json.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
