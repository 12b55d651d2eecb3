package io.longhaul.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** {@code service.json} in the data folder: how the command line finds a service that runs. */
final class ServiceFile {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceFile.class);

  static final String NAME = "service.json";

  private final Path file;
  private volatile byte @Nullable [] written;

  ServiceFile(DataFolder folder) {
    this.file = folder.path().resolve(NAME);
  }

  /** Writes it as a whole: readers never see a half. */
  void write(JsonMapper mapper, String name, String url, Instant startedAt) throws IOException {
    var content = new Content(ProcessHandle.current().pid(), url, startedAt, name);
    Path half = file.resolveSibling(NAME + ".new");
    byte[] bytes = mapper.writeValueAsBytes(content);
    Files.write(half, bytes);
    written = bytes;
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Unless it is another process's by now: the folder is free before this one has ended. */
  void remove() {
    try {
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), written)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // readers look whether the process lives, so it only costs them a look
      LOG.warn("{} stays behind: {}", file, e.getMessage());
    }
  }

  /** What stands in it. */
  record Content(long pid, String url, Instant startedAt, String name) {}
}
