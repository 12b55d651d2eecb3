package io.longhaul.lambda.queueevents;

import io.longhaul.handler.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a job keeps a batch: the event in an envelope of one field, so that the job's attempts know
 * it from the inputs of all other jobs. The envelope is always written in the same bytes, and
 * looking for it costs other inputs nothing.
 */
final class StoredBatch {

  private static final byte[] BEGIN = "{\"longhaul:batch\":".getBytes(StandardCharsets.US_ASCII);

  private StoredBatch() {}

  static Json of(Json event) {
    var bytes = Arrays.copyOf(BEGIN, BEGIN.length + event.utf8().length + 1);
    System.arraycopy(event.utf8(), 0, bytes, BEGIN.length, event.utf8().length);
    bytes[bytes.length - 1] = '}';
    return Json.of(bytes);
  }

  /** The event; empty if it is no batch. */
  static Optional<Json> event(Json input) {
    var bytes = input.utf8();
    return bytes.length > BEGIN.length && Arrays.mismatch(bytes, BEGIN) == BEGIN.length
        ? Optional.of(Json.of(Arrays.copyOfRange(bytes, BEGIN.length, bytes.length - 1)))
        : Optional.empty();
  }
}
