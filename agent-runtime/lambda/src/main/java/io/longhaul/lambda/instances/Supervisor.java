package io.longhaul.lambda.instances;

import io.github.resilience4j.core.IntervalFunction;
import io.longhaul.handler.FunctionError;
import io.longhaul.lambda.runtimeapi.RuntimeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Keeps one place filled: starts an instance, watches it to its end, and starts the next. */
final class Supervisor implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final long INIT_SECONDS = 120;
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Between starts that led to no answer; the first repeat comes at once. */
  private static final IntervalFunction PAUSES =
      IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(30));

  private final int number;
  private final Blueprint blueprint;
  private final RuntimeServer server;
  private final Spawner spawner;
  private final Isolation isolation;
  private final Roster roster;
  private final Errors errors;
  private volatile boolean closed;
  private volatile @Nullable Process process;
  private volatile @Nullable Instance instance;

  /** The one that was ended because its caller had gone. */
  private volatile @Nullable Instance stopped;

  Supervisor(
      int number,
      Blueprint blueprint,
      RuntimeServer server,
      Spawner spawner,
      Isolation isolation,
      Roster roster,
      Errors errors) {
    this.number = number;
    this.blueprint = blueprint;
    this.server = server;
    this.spawner = spawner;
    this.isolation = isolation;
    this.roster = roster;
    this.errors = errors;
  }

  @Override
  public void run() {
    int failures = 0;
    try {
      while (!closed) {
        failures = live() ? 0 : failures + 1;
        if (failures > 1) {
          Thread.sleep(PAUSES.apply(failures - 1));
        }
      }
    } catch (InterruptedException _) {
      // closed
    }
  }

  /** One instance's life; whether it was of use, so that the next may start at once. */
  private boolean live() throws InterruptedException {
    var born = roster.starting();
    instance = born;
    int code = -1;
    FunctionError refused = null;
    try (var port = server.open(born)) {
      var started = start(port.address());
      process = started;
      var output = new Output(born::requestId);
      var out = output.follow(started.getInputStream());
      var err = output.follow(started.getErrorStream());
      code = watch(started, born);
      spawner.kill(started);
      out.join(GRACE);
      err.join(GRACE);
      refused = born.wasReady() ? null : initError(born, code, output.tail());
    } catch (IOException e) {
      refused =
          errors.of("Runtime.InvalidEntrypoint", "The function cannot start: " + e.getMessage());
    } finally {
      process = null;
      born.ended(code);
      roster.ended(born, refused);
    }
    tell(code, refused);
    return stopped == born || (refused == null && born.answered());
  }

  private Process start(String address) throws IOException, InterruptedException {
    var real = new Seen(blueprint.code(), blueprint.layers(), freshTmp());
    var seen = isolation.seen(real);
    var language = blueprint.language();
    var command =
        isolation.wrap(language.command(seen, blueprint.handler()), real, language.needed());
    var started =
        spawner.start(command, Surroundings.of(blueprint, address, number, seen), blueprint.code());
    started.getOutputStream().close();
    return started;
  }

  /** Lasts between the calls of one process, and no longer. */
  private Path freshTmp() throws IOException {
    var tmp = blueprint.scratch().resolve("instance-" + number);
    var _ = FileSystemUtils.deleteRecursively(tmp);
    return Files.createDirectories(tmp);
  }

  private int watch(Process started, Instance born) throws InterruptedException {
    var watcher =
        Thread.ofVirtual()
            .start(() -> {
              try {
                if (!born.awaitReady(INIT_SECONDS)) {
                  LOG.warn("Instance {} is not ready after {} s", number, INIT_SECONDS);
                  spawner.kill(started);
                } else {
                  roster.ready(born);
                }
              } catch (InterruptedException _) {
                // it has ended first
              }
            });
    try {
      return started.waitFor();
    } catch (InterruptedException e) {
      terminate(started);
      throw e;
    } finally {
      watcher.interrupt();
    }
  }

  private FunctionError initError(Instance born, int code, String tail) {
    var reported = born.initError();
    if (reported != null) {
      return reported;
    }
    var said = tail.isEmpty() ? "" : "; it printed: " + tail;
    return errors.of(
        "Runtime.ExitError", "The function ended with " + code + " before it was ready" + said);
  }

  private void tell(int code, @Nullable FunctionError refused) {
    if (closed) {
      return;
    }
    if (refused != null) {
      LOG.error("Instance {} did not start: {}", number, refused.summary());
    } else {
      LOG.warn("Instance {} ended with {} and is started anew", number, code);
    }
  }

  /** Ends the process that has a call, because nobody waits for its answer any more. */
  void stop(Instance which) throws InterruptedException {
    var running = process;
    if (running != null && which == instance) {
      stopped = which;
      terminate(running);
      which.awaitEnd();
    }
  }

  /** SIGTERM, a moment, SIGKILL to the group. */
  private void terminate(Process running) throws InterruptedException {
    // Process.destroy would close its output; bubblewrap would die alone
    var wrapped =
        isolation.hasParent() ? running.children().findFirst() : Optional.<ProcessHandle>empty();
    var _ = wrapped.orElse(running.toHandle()).destroy();
    if (!running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      spawner.kill(running);
    }
  }

  int flights() {
    var running = instance;
    return running == null ? 0 : running.flights();
  }

  /** No further instance; the one that runs is asked to end. */
  void close() {
    closed = true;
    var running = process;
    if (running != null) {
      try {
        terminate(running);
      } catch (InterruptedException _) {
        spawner.kill(running);
        Thread.currentThread().interrupt();
      }
    }
  }
}
