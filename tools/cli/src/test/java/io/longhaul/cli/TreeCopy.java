package io.longhaul.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;

/** A copy of this tree as a clone would have it, in which commands are typed. */
public record TreeCopy(Path root, boolean aot) {

  /** Where the tree begins. */
  public static final Path HERE = Path.of("../..").toAbsolutePath().normalize();

  /**
   * Copies what is tracked or could be.
   *
   * @param aot whether starts make AOT caches, which goes on beside the next command
   */
  public static TreeCopy in(Path root, boolean aot) throws IOException {
    var list =
        new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
            .directory(HERE.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    for (var path : list.inputReader(UTF_8).readAllLines()) {
      var file = HERE.resolve(path);
      if (Files.isRegularFile(file)) {
        var target = root.resolve(path);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return new TreeCopy(root, aot);
  }

  /** Starts a line of shell in it. */
  public Process start(String line) throws IOException {
    var builder = new ProcessBuilder("bash", "-c", line).directory(root.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LONGHAUL_AOT", aot ? "on" : "off");
    return builder.start();
  }

  /** Reads what a process prints up to a line; what it was, that line included. */
  public static String readTo(Predicate<String> last, BufferedReader lines) throws IOException {
    var output = new StringBuilder();
    while (true) {
      var line = lines.readLine();
      if (line == null) {
        throw new AssertionError("It ended after " + output);
      }
      output.append(line).append('\n');
      if (last.test(line)) {
        return output.toString();
      }
    }
  }
}
