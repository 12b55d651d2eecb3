package io.longhaul.cli.service;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A service that one command starts for itself and stops at its end. Ctrl-C does not reach it, so
 * that the command can still ask it to cancel a job.
 */
public final class OwnService implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final int TAIL = 30;

  private final Process process;
  private final ServiceCommand command;
  private final Path log;
  private final Thread killer = new Thread(this::stop, "stop-service");

  private OwnService(Process process, ServiceCommand command, Path log) {
    this.process = process;
    this.command = command;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /** Starts it on a free port; its log goes to a file in the data folder. */
  public static OwnService start(ServiceCommand command) {
    var log = command.data().resolve("exec.log");
    var line = new ArrayList<String>();
    // An ignored signal stays ignored over exec, and the JVM leaves it so.
    line.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\""));
    line.addAll(command.before(List.of("--port", "0", "--drain", "5s")).line());
    try {
      createPrivately(command.data(), log);
      var process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      return new OwnService(process, command, log);
    } catch (IOException e) {
      throw new Refusal(
          Exit.UNAVAILABLE, "Cannot start a service on %s: %s".formatted(command.data(), e));
    }
  }

  /** For its owner alone, as the service's other files: a log can quote anything. */
  private static void createPrivately(Path folder, Path log) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, rights("rwx------"));
    }
    Files.deleteIfExists(log);
    Files.createFile(log, rights("rw-------"));
  }

  private static FileAttribute<?> rights(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  /**
   * Waits until it answers.
   *
   * @return empty if another service holds the data folder by now
   * @throws Refusal with what it logged if it ended instead
   */
  public Optional<URI> await() {
    var end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      var file = ServiceFile.alive(command.data()).filter(found -> found.pid() == process.pid());
      if (file.isPresent()) {
        return file.map(ServiceFile::url);
      }
      if (exited()) {
        if (ServiceFile.alive(command.data()).isPresent()) {
          return Optional.empty();
        }
        throw new Refusal(
            Exit.UNAVAILABLE, "The service did not start:\n" + tail() + "\nIts log: " + log);
      }
    }
    throw new Refusal(
        Exit.UNAVAILABLE, "The service did not start within %s. Its log: %s".formatted(START, log));
  }

  /** Whether its process lives. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Where it logs. */
  public Path log() {
    return log;
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException _) {
      // The hook runs already, or has run.
    }
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private boolean exited() {
    try {
      return process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new Refusal(Exit.INTERRUPTED, "Interrupted while the service started.");
    }
  }

  private String tail() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "(its log cannot be read: " + e.getMessage() + ")";
    }
  }
}
