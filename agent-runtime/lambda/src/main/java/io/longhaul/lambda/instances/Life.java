package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
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

/** The processes of one instance, from their start to their end. */
final class Life {

  private static final Logger LOG = LoggerFactory.getLogger(Life.class);
  private static final long INIT_SECONDS = 120;
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final int number;
  private final Workshop shop;
  private final Roster roster;
  private final Instance instance;
  private volatile @Nullable Process process;

  /** It is meant to end. */
  private volatile boolean ending;

  private volatile boolean late;

  Life(int number, Workshop shop, Roster roster) {
    this.number = number;
    this.shop = shop;
    this.roster = roster;
    this.instance = roster.starting();
  }

  Instance instance() {
    return instance;
  }

  /** Runs to the end; whether it was of use, so that the next may start at once. */
  boolean run() throws InterruptedException {
    int code = -1;
    FunctionError refused = null;
    try (var observer = instance.observer();
        var port = shop.server().open(instance, observer.extensions());
        var beside = new ExtensionProcesses(shop, instance, () -> ending)) {
      var room = Room.of(shop, number, freshTmp(), port.address());
      refused = beside.start(room, this::kill);
      if (refused == null) {
        code = runFunction(room);
        refused = instance.wasReady() ? null : initError(code);
      }
    } catch (IOException e) {
      refused =
          shop.errors()
              .of("Runtime.InvalidEntrypoint", "The function cannot start: " + e.getMessage());
    } finally {
      process = null;
      instance.ended(code);
      roster.ended(instance, refused, useful(refused) ? null : shop.errors().exited("none", code));
    }
    tell(code, refused);
    return useful(refused);
  }

  private boolean useful(@Nullable FunctionError refused) {
    return ending || (refused == null && instance.answered());
  }

  /** Lasts between the calls of one process, and no longer. */
  private Path freshTmp() throws IOException {
    var tmp = shop.blueprint().scratch().resolve("instance-" + number);
    var _ = FileSystemUtils.deleteRecursively(tmp);
    return Files.createDirectories(tmp);
  }

  private int runFunction(Room room) throws IOException, InterruptedException {
    long began = System.nanoTime();
    var started = room.start(room.function());
    process = started;
    var output = instance.observer().output();
    var out = output.follow(started.getInputStream());
    var err = output.follow(started.getErrorStream());
    if (ending) {
      terminate(started);
    }
    var watcher = Thread.ofVirtual().start(() -> awaitReady(started, began));
    int code = started.waitFor();
    watcher.interrupt();
    shop.spawner().kill(started);
    out.join(GRACE);
    err.join(GRACE);
    return code;
  }

  private void awaitReady(Process started, long began) {
    try {
      if (instance.awaitReady(INIT_SECONDS)) {
        instance.observer().telemetry().ready((System.nanoTime() - began) / 1_000_000);
        roster.ready(instance);
      } else {
        late = true;
        shop.spawner().kill(started);
      }
    } catch (InterruptedException _) {
      // it has ended first
    }
  }

  private FunctionError initError(int code) {
    var reported = instance.initError();
    if (reported != null) {
      return reported;
    }
    var tail = instance.observer().output().tail();
    var said = tail.isEmpty() ? "" : "; it printed: " + tail;
    return shop.errors()
        .of(
            "Runtime.ExitError",
            late
                ? "The function was not ready after %d s%s".formatted(INIT_SECONDS, said)
                : "The function ended with %d before it was ready%s".formatted(code, said));
  }

  private void tell(int code, @Nullable FunctionError refused) {
    if (refused != null && !ending) {
      LOG.error("Instance {} did not start: {}", number, refused.summary());
    } else if (!ending) {
      LOG.warn("Instance {} ended with {} and is started anew", number, code);
    }
  }

  /** Lets it end, because the service or its task does: SIGTERM, a moment, SIGKILL to the group. */
  void end() {
    ending = true;
    var running = process;
    if (running != null) {
      try {
        terminate(running);
      } catch (InterruptedException _) {
        shop.spawner().kill(running);
        Thread.currentThread().interrupt();
      }
    }
  }

  private void kill() {
    var running = process;
    if (running != null) {
      shop.spawner().kill(running);
    }
  }

  private void terminate(Process running) throws InterruptedException {
    // Process.destroy would close its output; bubblewrap would die alone
    var wrapped =
        shop.isolation().hasParent()
            ? running.children().findFirst()
            : Optional.<ProcessHandle>empty();
    var _ = wrapped.orElse(running.toHandle()).destroy();
    if (!running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      shop.spawner().kill(running);
    }
  }
}
