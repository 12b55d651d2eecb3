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
 * Starts processes so that none outlives the service: each leads a group of its own, and the kernel
 * kills it when its parent dies. Linux means by its parent the thread that started it, so one
 * thread starts them all and never ends.
 */
final class Spawner {

  private static final Logger LOG = LoggerFactory.getLogger(Spawner.class);
  private static final List<Path> TOOLS =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/usr/bin/setpriv"));

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("longhaul-spawner").factory());

  private final boolean guarded = TOOLS.stream().allMatch(Files::isExecutable);

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
      line.addAll(List.of("/usr/bin/setsid", "/usr/bin/setpriv", "--pdeathsig", "KILL", "--"));
    }
    line.addAll(command);
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return thread.submit(builder::start).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    }
  }

  /** Kills a process and its group, as far as they still live. */
  void kill(Process process) {
    var _ = process.toHandle().destroyForcibly(); // Process's own would close output not read yet
    if (guarded) {
      try {
        var _ =
            new ProcessBuilder("/bin/sh", "-c", "kill -KILL -- -" + process.pid() + " 2>/dev/null")
                .start();
      } catch (IOException e) {
        LOG.warn("What process {} started may live on: {}", process.pid(), e.getMessage());
      }
    }
  }
}
