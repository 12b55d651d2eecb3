package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

/**
 * Makes a client's folder once, however many commands want it at the same time.
 *
 * @param language as people call it
 * @param complete whether it is made
 */
record Once(Shell shell, String language, Path folder, BooleanSupplier complete) {

  /** Makes it. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Returns when the folder is complete, whoever made it. */
  void unlessComplete(Work work) {
    if (complete.getAsBoolean()) {
      return;
    }
    try {
      Files.createDirectories(folder.getParent());
      // Held by the process: it frees itself whatever ends it.
      try (var channel =
              FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = locked(channel)) {
        if (!complete.getAsBoolean()) {
          work.run();
        }
      }
    } catch (IOException e) {
      throw new Refusal(
          Exit.BUILD_FAILED,
          "The %s runtime client cannot be installed in %s: %s. Is the disk full, or the folder another user's?"
              .formatted(language, folder, e));
    }
  }

  /** Beside the folder, because that is removed under it. */
  private Path lock() {
    return folder.resolveSibling(folder.getFileName() + ".lock");
  }

  private FileLock locked(FileChannel channel) throws IOException {
    var free = channel.tryLock();
    if (free != null) {
      return free;
    }
    shell.say(
        "Another longhaul installs the %s runtime client; waiting for it.".formatted(language));
    return channel.lock();
  }
}
