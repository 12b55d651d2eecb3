package io.longhaul.agents.linkauditor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What the next attempt needs, small enough to be written after every page: 10,000 pages take some
 * hundred kilobytes.
 *
 * @param format of the state; a service that knows another one begins anew
 * @param done addresses visited, for people who look into the store
 * @param state the lines of {@link StateLines}, deflated, in Base64
 */
record Checkpoint(int format, int done, String state) {

  static final int FORMAT = 1;

  static Checkpoint of(int done, String lines) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return new Checkpoint(FORMAT, done, Base64.getEncoder().encodeToString(packed.toByteArray()));
  }

  String lines() {
    byte[] packed = Base64.getDecoder().decode(state);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
