package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The processes of one instance, from their start to their end. */
final class Life {

  private static final Logger LOG = LoggerFactory.getLogger(Life.class);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final int number;
  private final Workshop shop;
  private final Roster roster;
  private final Instance instance;
  private volatile @Nullable Process process;

  /** Why it is meant to end, in the words that extensions are told; null while it is not. */
  private volatile @Nullable String ending;

  /** It cannot go on, because of an extension. */
  private volatile boolean lost;

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
    String extension = null;
    try (var observer = instance.observer();
        var port = shop.server().open(instance, observer.extensions());
        var beside = beside()) {
      var room = Room.of(shop, number, freshTmp(), port.address());
      refused = beside.start(room, this::kill);
      if (refused == null) {
        code = runFunction(room);
        extension = beside.lost();
        refused = instance.wasReady() ? null : initError(code, extension);
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("Instance {} cannot start", number, e);
      refused =
          shop.errors()
              .of("Runtime.InvalidEntrypoint", "The function cannot start: " + e.getMessage());
    } finally {
      process = null;
      instance.ended(code);
      roster.ended(instance, refused, useful(refused) ? null : useless(code, extension));
    }
    tell(code, refused);
    return useful(refused);
  }

  private boolean useful(@Nullable FunctionError refused) {
    return ending != null || (refused == null && instance.answered());
  }

  private FunctionError useless(int code, @Nullable String extension) {
    return extension == null
        ? shop.errors().exited(code)
        : shop.errors().of("Extension.Crash", extension);
  }

  private ExtensionProcesses beside() {
    return new ExtensionProcesses(
        shop, instance, () -> ending != null, () -> Objects.requireNonNullElse(ending, "FAILURE"));
  }

  /** Lasts between the calls of one process, and no longer. */
  private Path freshTmp() throws IOException {
    var tmp = shop.blueprint().scratch().resolve("instance-" + number);
    if (Files.isDirectory(tmp)) {
      makeWritable(tmp);
    }
    var _ = FileSystemUtils.deleteRecursively(tmp);
    return Files.createDirectories(tmp);
  }

  /** Some tools leave folders behind that even their owner cannot empty. */
  private static void makeWritable(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    try (var entries = Files.list(folder)) {
      for (var entry : (Iterable<Path>) entries::iterator) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          makeWritable(entry);
        }
      }
    }
  }

  private int runFunction(Room room) throws IOException, InterruptedException {
    long began = System.nanoTime();
    var started = room.start(room.function());
    process = started;
    var output = instance.observer().output();
    var out = output.follow(started.getInputStream());
    var err = output.follow(started.getErrorStream());
    if (lost) {
      shop.spawner().kill(started);
    } else if (ending != null) {
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
      if (instance.awaitReady(shop.blueprint().init())) {
        long millis = (System.nanoTime() - began) / 1_000_000;
        LOG.debug("Instance {} is ready after {} ms", number, millis);
        instance.observer().telemetry().ready(millis);
        roster.ready(instance);
      } else {
        late = true;
        shop.spawner().kill(started);
      }
    } catch (InterruptedException _) {
      // it has ended first
    }
  }

  private FunctionError initError(int code, @Nullable String extension) {
    if (extension != null) {
      return shop.errors().of("Extension.Crash", extension);
    }
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
                ? "The function was not ready after %d s%s"
                    .formatted(shop.blueprint().init().toSeconds(), said)
                : "The function ended with %d before it was ready%s".formatted(code, said));
  }

  private void tell(int code, @Nullable FunctionError refused) {
    if (refused != null && ending == null) {
      LOG.error("Instance {} did not start: {}", number, refused.summary());
    } else if (ending == null) {
      LOG.warn("Instance {} ended with {} and is started anew", number, code);
    }
  }

  /**
   * Lets it end: SIGTERM, a moment, SIGKILL to the group.
   *
   * @param reason what extensions are told: SPINDOWN or TIMEOUT
   */
  void end(String reason) {
    ending = reason;
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

  /** An extension hangs, so that no call would ever be taken again. */
  void giveUpOnExtensions() {
    LOG.error(
        "Instance {} is replaced: its extensions {} are not done with the last call",
        number,
        instance.observer().extensions().busy());
    kill();
  }

  private void kill() {
    lost = true;
    var running = process;
    if (running != null) {
      shop.spawner().kill(running);
    }
  }

  private void terminate(Process running) throws InterruptedException {
    // Process.destroy would close its output; bubblewrap would die alone
    var _ = shop.isolation().inner(running.toHandle()).destroy();
    if (!running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      shop.spawner().kill(running);
    }
  }
}
