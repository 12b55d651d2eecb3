package io.longhaul.agents.deliverynotices;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** The notices that were imported, a file each. Several processes may add to one folder. */
final class Notices {

  private final Path folder;

  Notices(Path folder) {
    this.folder = folder;
  }

  /**
   * Adds a notice. Queues deliver at least once, so that the same notice may come again.
   *
   * @return false if it was there
   * @throws InvalidNotice if another notice of its number was there
   */
  boolean add(Notice notice) throws InvalidNotice, IOException {
    var bytes = JsonMapper.shared().writeValueAsBytes(notice);
    var file = Files.createDirectories(folder).resolve(notice.number() + ".json");
    var half = Files.createTempFile(folder, notice.number(), ".new");
    try {
      Files.write(half, bytes);
      Files.createLink(file, half); // unlike a move it never replaces, and nobody sees a half
      return true;
    } catch (FileAlreadyExistsException e) {
      if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
        throw new InvalidNotice("number: another notice " + notice.number() + " was imported");
      }
      return false;
    } finally {
      Files.delete(half);
    }
  }
}
