package io.longhaul.discovery;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bytes that are made when somebody asks, and then kept. */
final class LazyBytes {

  private byte @Nullable [] bytes;

  synchronized byte[] get(Supplier<byte[]> maker) {
    byte[] made = bytes;
    if (made == null) {
      made = maker.get();
      bytes = made;
    }
    return made;
  }
}
