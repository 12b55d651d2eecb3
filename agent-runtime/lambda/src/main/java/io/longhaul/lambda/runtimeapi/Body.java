package io.longhaul.lambda.runtimeapi;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The body of a request, up to a limit. What is over it is read and thrown away: a client that is
 * refused would exit.
 */
final class Body {

  private final int limit;
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean tooLarge;

  Body(int limit) {
    this.limit = limit;
  }

  void add(ByteBuf part) {
    if (tooLarge || bytes.size() + (long) part.readableBytes() > limit) {
      tooLarge = true;
      bytes = new ByteArrayOutputStream();
      return;
    }
    try {
      part.readBytes(bytes, part.readableBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory knows none
    }
  }

  boolean tooLarge() {
    return tooLarge;
  }

  /** Empty if it was too large. */
  byte[] bytes() {
    return bytes.toByteArray();
  }
}
