package io.longhaul.agents.linkauditor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The content of an answer, never more than {@link #LIMIT} bytes of it: neither a page without end
 * nor a small archive of a huge one fills the memory.
 */
final class Body {

  /** Bytes, as sent and again as unpacked. Pages of this size do not exist outside of mistakes. */
  static final int LIMIT = 5 * 1024 * 1024;

  /** Read and thrown away, so that the connection can serve the next request. */
  private static final int DRAIN = 16 * 1024;

  static final Body NONE = new Body(new byte[0], false);

  private final byte[] bytes;
  private final boolean truncated;

  private Body(byte[] bytes, boolean truncated) {
    this.bytes = bytes;
    this.truncated = truncated;
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** True if the server had more than {@link #LIMIT} bytes. */
  boolean truncated() {
    return truncated;
  }

  static Body read(Purpose purpose, ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return NONE;
    }
    InputStream content = entity.getContent();
    String type = Optional.ofNullable(entity.getContentType()).orElse("");
    if (response.getCode() / 100 != 2 || !purpose.reads(type)) {
      content.skip(DRAIN);
      return NONE;
    }
    Body sent = bounded(content);
    return isGzip(response.getFirstHeader("Content-Encoding")) ? sent.unpacked() : sent;
  }

  private static Body bounded(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(LIMIT);
    return new Body(bytes, bytes.length == LIMIT && content.read() != -1);
  }

  private Body unpacked() throws IOException {
    try (InputStream content = new GZIPInputStream(stream())) {
      return bounded(content);
    }
  }

  private static boolean isGzip(@Nullable Header encoding) {
    return encoding != null && encoding.getValue().toLowerCase(Locale.ROOT).contains("gzip");
  }
}
