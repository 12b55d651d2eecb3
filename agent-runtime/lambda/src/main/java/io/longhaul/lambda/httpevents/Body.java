package io.longhaul.lambda.httpevents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The body of a request, as it was sent. */
final class Body {

  private final byte[] bytes;

  /** Wraps bytes that nobody will change. */
  Body(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  /** Null if it is no UTF-8: then characters would lose what was sent. */
  @Nullable String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
