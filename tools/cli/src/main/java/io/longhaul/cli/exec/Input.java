package io.longhaul.cli.exec;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The value of {@code --input}. Whether it is valid is the service's word. */
record Input(Shell shell) {

  String read(String value) {
    try {
      if (value.equals("-")) {
        return new String(shell.in().readAllBytes(), StandardCharsets.UTF_8);
      }
      if (looksLikeJson(value) && file(value) == null) {
        return value;
      }
      var file = file(value);
      if (file != null) {
        return Files.readString(file);
      }
    } catch (IOException e) {
      throw new Refusal(Exit.NOT_FOUND, "--input: cannot read " + value + ": " + e.getMessage());
    }
    throw new Refusal(
        Exit.NOT_FOUND,
        "--input: found '%s', which is neither a file nor JSON. Text as JSON needs quotes: '\"%s\"'."
            .formatted(value, value));
  }

  private static boolean looksLikeJson(String value) {
    return value.strip().matches("(?s)[\\[{\"].*|true|false|null|-?\\d.*");
  }

  private @Nullable Path file(String value) {
    try {
      var file = shell.folder().resolve(value);
      return Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
