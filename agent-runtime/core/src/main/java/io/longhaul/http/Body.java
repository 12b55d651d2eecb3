package io.longhaul.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The body of one call, read from the connection once and within the limit: by the gate, if the
 * caller's proof covers it, else by the endpoint. Not for use by several threads at once.
 */
public final class Body {

  private final HttpServletRequest request;
  private final Reading reading;
  private byte @Nullable [] kept;

  Body(HttpServletRequest request, Reading reading) {
    this.request = request;
    this.reading = reading;
  }

  /** Reads the body of a request, or refuses it. */
  @FunctionalInterface
  interface Reading {
    byte[] of(HttpServletRequest request) throws IOException;
  }

  /**
   * Reads it, and keeps it for who takes it.
   *
   * @throws Problem if it is too large, or encoded where that is refused
   */
  public byte[] look() throws IOException {
    byte[] read = kept == null ? reading.of(request) : kept;
    kept = read;
    return read;
  }

  /** Hands it over: a call that waits for hours must not hold it twice. */
  byte[] take() throws IOException {
    byte[] taken = look();
    kept = null;
    return taken;
  }

  /** The same, if it calls itself JSON. */
  byte[] takeJson() throws IOException {
    Bodies.requireJson(request.getContentType());
    return take();
  }
}
