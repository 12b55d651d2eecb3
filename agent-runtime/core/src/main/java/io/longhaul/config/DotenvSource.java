package io.longhaul.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code .env} file: lines of {@code KEY=value}, read and never executed. */
public final class DotenvSource implements ConfigSource {

  private final Path file;

  /** The {@code .env} in a folder; it need not be there. */
  public DotenvSource(Path folder) {
    this.file = folder.resolve(".env");
  }

  @Override
  public String name() {
    return ".env";
  }

  @Override
  public String howToSet(String key) {
    return "a line " + Keys.variable(key) + "=... in " + file;
  }

  @Override
  public Map<String, String> read() {
    if (!Files.exists(file)) { // the library would look on the class path instead
      return Map.of();
    }
    try {
      var values = new HashMap<String, String>();
      for (var entry : load().entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
        values.put(entry.getKey(), entry.getValue());
      }
      return Map.copyOf(values);
    } catch (DotenvException malformed) {
      // its message quotes the line, which may hold a secret
      throw new InvalidConfig(
          List.of(file + " has a line that is not KEY=value, nor empty, nor a comment after #"));
    }
  }

  private Dotenv load() {
    return Dotenv.configure()
        .directory(String.valueOf(file.toAbsolutePath().getParent()))
        .filename(".env")
        .load();
  }
}
