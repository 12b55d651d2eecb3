package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.longhaul.logs.JsonLine;
import io.longhaul.logs.Logs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes log lines of what a process prints, and remembers the last of them. */
final class Output {

  private static final Logger LOG = LoggerFactory.getLogger(Logs.FUNCTION);

  /** CloudWatch takes no longer event. */
  private static final int LONGEST = 256 * 1024;

  private static final int CHUNK = 16 * 1024;
  private static final int REMEMBERED = 20;

  /**
   * A pipe that said nothing for so long has no more of what was printed before: its reader may
   * wait for a busy processor. Only calls that ask for their log wait.
   */
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(40);

  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(500);

  private final JsonMapper mapper;
  private final String field;
  private final Supplier<String> value;
  private final Consumer<String> listener;
  private final Deque<String> last = new ArrayDeque<>();
  private volatile long lastRead;

  /**
   * Reads nothing yet.
   *
   * @param field what a log line says beside the message, such as the call's id
   * @param value of the field; empty if there is none
   * @param listener gets every line
   */
  Output(JsonMapper mapper, String field, Supplier<String> value, Consumer<String> listener) {
    this.mapper = mapper;
    this.field = field;
    this.value = value;
    this.listener = listener;
  }

  /** Reads to the end, on a thread of its own: a full pipe would stop the process. */
  Thread follow(InputStream stream) {
    return Thread.ofVirtual().name("longhaul-output").start(() -> read(stream));
  }

  private void read(InputStream stream) {
    try (stream) {
      var line = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
        lastRead = System.nanoTime();
        split(chunk, length, line);
      }
      if (line.size() > 0) {
        print(line.toString(UTF_8));
      }
    } catch (IOException _) {
      // the process is gone
    }
  }

  private void split(byte[] chunk, int length, ByteArrayOutputStream line) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n') {
        line.write(chunk, from, i - from);
        print(line.toString(UTF_8));
        line.reset();
        from = i + 1;
      }
    }
    line.write(chunk, from, length - from);
    if (line.size() >= LONGEST) {
      print(line.toString(UTF_8));
      line.reset();
    }
  }

  private void print(String line) {
    synchronized (last) {
      last.addLast(line);
      if (last.size() > REMEMBERED) {
        last.removeFirst();
      }
    }
    listener.accept(line);
    log(line);
  }

  private void log(String line) {
    var event = LOG.atInfo();
    var form = form(line);
    if (form != Form.TEXT) {
      event = event.addMarker(JsonLine.MARKER);
    }
    var named = value.get();
    // a metric's line must reach CloudWatch as it is, or the metric is lost
    (named.isEmpty() || form == Form.METRICS ? event : event.addKeyValue(field, named))
        .log("{}", line);
  }

  private enum Form {
    TEXT,
    JSON,
    METRICS
  }

  /** What a line is: many functions log objects, and metrics are objects with {@code _aws}. */
  private Form form(String line) {
    if (!line.startsWith("{") || !line.stripTrailing().endsWith("}")) {
      return Form.TEXT;
    }
    try {
      return mapper.readTree(line).has("_aws") ? Form.METRICS : Form.JSON;
    } catch (JacksonException _) {
      return Form.TEXT;
    }
  }

  /** Returns when nothing was read for a moment: then what was printed before has been read. */
  void awaitQuiet() {
    long began = System.nanoTime();
    long now = began;
    while (now - Math.max(began, lastRead) < QUIET && now - began < LONGEST_WAIT) {
      LockSupport.parkNanos(QUIET / 10);
      now = System.nanoTime();
    }
  }

  /** The last lines. */
  String tail() {
    synchronized (last) {
      return String.join("\n", last);
    }
  }
}
