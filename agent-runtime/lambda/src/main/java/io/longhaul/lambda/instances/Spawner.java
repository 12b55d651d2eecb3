package io.longhaul.lambda.instances;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts processes so that none outlives the service: the kernel kills each when its parent dies.
 * Linux means by its parent the thread that started it, so one thread starts them all and never
 * ends. Each also leads a group of its own, which is watched: what it starts dies with it, unless
 * that makes itself a session of its own.
 */
final class Spawner {

  private static final Logger LOG = LoggerFactory.getLogger(Spawner.class);

  /** Starts a program in a group and a session of its own. */
  static final String SETSID = "/usr/bin/setsid";

  private static final String SETPRIV = "/usr/bin/setpriv";

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("longhaul-spawner").factory());

  private final boolean guarded =
      Files.isExecutable(Path.of(SETSID)) && Files.isExecutable(Path.of(SETPRIV));

  private final GroupWatch groups = new GroupWatch();

  Spawner() {
    if (!guarded) {
      LOG.warn(
          "setsid and setpriv (util-linux) are missing: instances stay behind if the service is"
              + " killed");
    }
  }

  Process start(List<String> command, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    var line = new ArrayList<String>();
    if (guarded) {
      line.addAll(List.of(SETSID, SETPRIV, "--pdeathsig", "KILL", "--"));
    }
    line.addAll(command);
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return thread.submit(() -> started(builder)).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    }
  }

  private Process started(ProcessBuilder builder) throws IOException {
    var process = builder.start();
    if (guarded) {
      groups.watch(process);
    }
    return process;
  }

  /**
   * Kills a process and its group, as far as they still live. Starts nothing, and waits for
   * nothing.
   */
  void kill(Process process) {
    var _ = process.toHandle().destroyForcibly(); // Process's own would close output not read yet
    groups.kill(process);
  }
}
