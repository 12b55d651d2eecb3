package io.longhaul.http;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events on their way (WHATWG HTML, section 9.2). Each is flushed at once. */
public final class EventStream {

  private final OutputStream out;
  private final Flushable flush;

  EventStream(OutputStream out, Flushable flush) {
    this.out = out;
    this.flush = flush;
  }

  /**
   * Sends an event.
   *
   * @param data one line: JSON has no line ends of its own
   */
  public void event(String id, String name, byte[] data) throws IOException {
    print("id: " + id + "\nevent: " + name + "\ndata: ");
    out.write(data);
    print("\n\n");
    flush.flush();
  }

  /** Sends what listeners ignore, so that proxies see life and lost connections are noticed. */
  public void comment(String text) throws IOException {
    print(": " + text + "\n\n");
    flush.flush();
  }

  private void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
