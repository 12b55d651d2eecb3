package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.longhaul.lambda.calls.LogTail;
import java.util.Arrays;
import java.util.Locale;

/** The end of what one call prints, between the lines that Lambda puts around it. */
final class CallLog {

  /** As much as Lambda answers. */
  private static final int LONGEST = 4096;

  private final String requestId;
  private final int memory;
  private final LogTail tail;
  private final StringBuilder text = new StringBuilder();
  private double millis;

  /**
   * Begins.
   *
   * @param memory what the instance may use, in MB
   * @param tail gets it at the end
   */
  CallLog(String requestId, int memory, LogTail tail) {
    this.requestId = requestId;
    this.memory = memory;
    this.tail = tail;
    text.append("START RequestId: ").append(requestId).append(" Version: $LATEST\n");
  }

  synchronized void add(String line) {
    text.append(line).append('\n');
    if (text.length() > 4 * LONGEST) {
      text.delete(0, text.length() - LONGEST);
    }
  }

  synchronized void ended(double afterMillis) {
    millis = afterMillis;
  }

  synchronized void close() {
    text.append("END RequestId: ").append(requestId).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB\n",
            requestId,
            millis,
            (long) Math.ceil(millis),
            memory));
    byte[] bytes = text.toString().getBytes(UTF_8);
    tail.set(Arrays.copyOfRange(bytes, Math.max(0, bytes.length - LONGEST), bytes.length));
  }
}
