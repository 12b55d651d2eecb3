package io.longhaul.jobs.embedded;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.Caller;
import io.longhaul.jobs.EngineSettings;
import io.longhaul.jobs.EventOutcomes;
import io.longhaul.jobs.Execution;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.ExecutionListener;
import io.longhaul.jobs.ExecutionRequest;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobState;
import io.longhaul.jobs.MemoryJobQueue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service with a store that a test kills. Arguments: the data folder, a ledger of results, how
 * many jobs to submit, their input. Prints the id of each accepted job, and works until killed.
 */
public final class KilledService {

  /** A job may start before its submitter goes on, and must not kill it before it has printed. */
  private static final CountDownLatch PRINTED = new CountDownLatch(1);

  private KilledService() {}

  public static void main(String[] args) throws Exception {
    var executions = open(Path.of(args[0]), Path.of(args[1]));
    executions.start();
    System.out.println("started");
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      System.out.println(executions.submit(request(args[3])).id());
    }
    PRINTED.countDown();
    System.in.transferTo(OutputStream.nullOutputStream()); // until whoever started it is gone
  }

  static Executions open(Path folder, Path ledger) throws IOException {
    return new Executions(
        EngineSettings.builder().concurrency(4).build(),
        new Worker(),
        JsonMapper.shared(),
        EmbeddedJobStore.open(folder, Clock.systemUTC()),
        new MemoryJobQueue(Clock.systemUTC()),
        new Records(ledger),
        Clock.systemUTC(),
        List.of(new Ledger(ledger)));
  }

  static ExecutionRequest request(String input) {
    var json = Json.of(input);
    var request =
        new ExecutionRequest(
            json, new Worker().bind(json), Caller.ANONYMOUS, "/execute", null, null);
    return input.contains("event") ? request.asEvent() : request;
  }

  /** Works for three commits; or kills its process. */
  private static final class Worker implements Handler {
    @Override
    public Call bind(Json input) {
      return context -> {
        if (input.toString().equals("\"poison\"")) {
          PRINTED.await();
          Runtime.getRuntime().halt(137);
        }
        for (int page = 0; page < 3; page++) {
          context.checkpoint(page);
        }
        return Json.of(Integer.toString(context.attempt()));
      };
    }

    @Override
    public void close() {
      // nothing
    }
  }

  /** A line for each record; or kills its process, once before the line and once after it. */
  private record Records(Path ledger) implements EventOutcomes {
    @Override
    public boolean awaited(JobState end) {
      return true;
    }

    @Override
    public Json report(Answer.Failed attempt) {
      return Json.of("{}");
    }

    @Override
    public void tell(Job ended, Json input, @Nullable Json response) {
      boolean deadly = input.toString().equals("\"deadly event\"");
      if (deadly && first("before")) {
        die();
      }
      append(records(ledger), ended.id());
      if (deadly && first("after")) {
        die();
      }
    }

    private boolean first(String time) {
      return ledger.resolveSibling(time).toFile().mkdir();
    }

    private static void die() {
      try {
        PRINTED.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      Runtime.getRuntime().halt(137);
    }
  }

  /** Where records are told beside a ledger. */
  static Path records(Path ledger) {
    return ledger.resolveSibling("records");
  }

  private static void append(Path file, ExecutionId id) {
    try {
      Files.writeString(file, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line for each result that was stored. */
  private record Ledger(Path file) implements ExecutionListener {
    @Override
    public void succeeded(Execution execution) {
      append(file, execution.id());
    }
  }
}
