package io.longhaul.cli.api;

import io.longhaul.cli.shell.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The server-sent events of one job. The service sends a comment every 15 s; a stream that is
 * silent for three of these is taken for dead, which a read from a socket alone would never notice.
 */
final class JobEvents implements AutoCloseable {

  private static final Duration SILENCE = Duration.ofSeconds(45);
  private static final String END = "\0";

  /** A state of the job and the event id that resumes behind it. */
  record Event(@Nullable String id, JobView job) {}

  private final InputStream body;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private @Nullable String id;

  JobEvents(InputStream body) {
    this.body = body;
    Thread.ofVirtual().name("events").start(this::read);
  }

  /** The next state; null at the end of the stream, however it came. */
  @Nullable Event next() throws InterruptedException {
    var data = new StringBuilder();
    while (true) {
      var line = lines.poll(SILENCE.toSeconds(), TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        return null;
      }
      if (line.isEmpty() && !data.isEmpty()) {
        var job = job(data.toString());
        data.setLength(0);
        if (job != null) {
          return new Event(id, job);
        }
      } else if (line.startsWith("data:")) {
        data.append(value(line)).append('\n');
      } else if (line.startsWith("id:")) {
        id = value(line);
      }
    }
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  private void read() {
    try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException _) {
      // A dropped stream and an ended one mean the same: look again.
    } finally {
      lines.add(END);
    }
  }

  private static @Nullable JobView job(String data) {
    try {
      var json = Output.JSON.readTree(data);
      return json.has("state") ? new JobView(json) : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).stripLeading();
  }
}
