package io.longhaul.cli.agent;

import io.longhaul.cli.TreeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tests that agents without Java bring. */
final class AgentTests {

  private AgentTests() {}

  /** Their folders, as far as they hold such files. */
  static List<Path> folders(String files) throws IOException {
    var checkout = new Checkout(TreeCopy.HERE);
    var folders = new ArrayList<Path>();
    for (var name : checkout.names()) {
      var tests = checkout.agents().resolve(name).resolve("tests");
      if (Files.isDirectory(tests)) {
        try (var found = Files.newDirectoryStream(tests, files)) {
          if (found.iterator().hasNext()) {
            folders.add(tests);
          }
        }
      }
    }
    return folders;
  }
}
