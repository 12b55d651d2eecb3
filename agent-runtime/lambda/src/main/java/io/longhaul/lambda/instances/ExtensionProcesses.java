package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programs under /opt/extensions, beside one instance. As on Lambda they register before the
 * function starts, and an instance that loses one is replaced.
 */
final class ExtensionProcesses implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ExtensionProcesses.class);
  private static final Duration REGISTRATION = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Workshop shop;
  private final Instance instance;
  private final BooleanSupplier wanted;
  private final Supplier<String> shutdownReason;
  private final List<Process> processes = new ArrayList<>();
  private volatile boolean closing;
  private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

  /**
   * None runs yet.
   *
   * @param wanted whether the instance's end is
   * @param shutdownReason what they are told when it comes
   */
  ExtensionProcesses(
      Workshop shop, Instance instance, BooleanSupplier wanted, Supplier<String> shutdownReason) {
    this.shop = shop;
    this.instance = instance;
    this.wanted = wanted;
    this.shutdownReason = shutdownReason;
  }

  /**
   * Starts them all, and waits until they are registered.
   *
   * @param lost runs when one has ended
   * @return why the function cannot start; null if it can
   */
  @Nullable FunctionError start(Room room, Runnable lost) throws IOException, InterruptedException {
    var names = room.extensions();
    if (names.isEmpty()) {
      return null;
    }
    instance.observer().telemetry().begin();
    instance.observer().extensions().onBroken(why -> broken(why, lost));
    for (var name : names) {
      var process = room.start(room.extension(name));
      processes.add(process);
      follow(name, process);
      var _ = process.onExit().thenAccept(ended -> ended(name, ended, lost));
    }
    var missing =
        instance
            .observer()
            .extensions()
            .awaitRegistered(
                names, REGISTRATION.toMillis(), () -> lost() != null || wanted.getAsBoolean());
    var why = lost();
    if (why != null) {
      return shop.errors().of("Extension.InitError", why);
    }
    return missing.isEmpty() || wanted.getAsBoolean()
        ? null
        : shop.errors()
            .of(
                "Extension.InitError",
                "The extensions %s in /opt/extensions have not registered after %d s"
                    .formatted(String.join(", ", missing), REGISTRATION.toSeconds()));
  }

  /** Which extension the instance has lost, and how; null if none. */
  @Nullable String lost() {
    return reason.get();
  }

  private void follow(String name, Process process) {
    var output = instance.observer().extensionOutput(name);
    var _ = output.follow(process.getInputStream());
    var _ = output.follow(process.getErrorStream());
  }

  private void ended(String name, Process process, Runnable lost) {
    broken("the extension %s ended with %d".formatted(name, process.exitValue()), lost);
  }

  /**
   * The first reason counts: one that reports an error ends next. Threads that tell it read the
   * network or wait for processes; the end, which wants the instance's lock, is another one's work.
   */
  private void broken(String why, Runnable lost) {
    if (!closing && !wanted.getAsBoolean() && reason.compareAndSet(null, why)) {
      var _ = Thread.ofVirtual().name("extension-lost").start(() -> end(why, lost));
    }
  }

  private void end(String why, Runnable lost) {
    LOG.error("The instance is replaced: {}", why);
    instance.failed(shop.errors().of("Extension.Crash", why));
    lost.run();
  }

  /** Tells them that the end has come, gives them a moment, and kills who is left. */
  @Override
  public void close() {
    closing = true;
    instance
        .observer()
        .extensions()
        .shutdown(shutdownReason.get(), shop.clock().instant().plus(GRACE));
    long end = System.nanoTime() + GRACE.toNanos();
    try {
      for (var process : processes) {
        var _ = process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    processes.forEach(shop.spawner()::kill);
  }
}
