package io.longhaul.app;

import io.longhaul.jobs.embedded.PrivateFiles;
import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with everything that must outlive the process. */
record DataFolder(Path path) {

  /**
   * Makes it, if it is not there.
   *
   * @throws StartFailure if it cannot be written
   */
  static DataFolder open(Path path) {
    try {
      PrivateFiles.createFolder(path);
    } catch (FileAlreadyExistsException e) {
      throw unwritable(path, new IOException("it is a file, no folder", e));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
    if (!Files.isWritable(path)) {
      throw unwritable(path, new IOException("no permission"));
    }
    return new DataFolder(path.toAbsolutePath().normalize());
  }

  private static StartFailure unwritable(Path path, IOException cause) {
    return new StartFailure(
        ExitCode.START_FAILED,
        "The data folder %s cannot be written: %s"
            .formatted(path.toAbsolutePath(), cause.getMessage()),
        "Give this user the right to write there, or choose another folder with --data.",
        cause);
  }
}
