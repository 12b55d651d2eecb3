package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes log lines of what a process prints, and remembers the last of them. */
final class Output {

  private static final Logger LOG = LoggerFactory.getLogger("function");

  /** CloudWatch takes no longer event. */
  private static final int LONGEST = 256 * 1024;

  private static final int REMEMBERED = 20;

  private final Supplier<String> requestId;
  private final Deque<String> last = new ArrayDeque<>();

  /**
   * Reads nothing yet.
   *
   * @param requestId of the call that runs; empty if there is none, or more than one
   */
  Output(Supplier<String> requestId) {
    this.requestId = requestId;
  }

  /** Reads to the end, on a thread of its own: a full pipe would stop the process. */
  Thread follow(InputStream stream) {
    return Thread.ofVirtual().name("longhaul-output").start(() -> read(stream));
  }

  private void read(InputStream stream) {
    try (var in = new BufferedInputStream(stream)) {
      var line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
        }
        if (next == '\n' || line.size() >= LONGEST) {
          print(line.toString(UTF_8));
          line.reset();
        }
      }
      if (line.size() > 0) {
        print(line.toString(UTF_8));
      }
    } catch (IOException _) {
      // the process is gone
    }
  }

  private void print(String line) {
    synchronized (last) {
      last.addLast(line);
      if (last.size() > REMEMBERED) {
        last.removeFirst();
      }
    }
    var id = requestId.get();
    var event = LOG.atInfo();
    (id.isEmpty() ? event : event.addKeyValue("execution_id", id)).log("{}", line);
  }

  /** The last lines. */
  String tail() {
    synchronized (last) {
      return String.join("\n", last);
    }
  }
}
