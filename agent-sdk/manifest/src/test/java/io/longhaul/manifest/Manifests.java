package io.longhaul.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Manifests for tests. */
public final class Manifests {

  /** The least that a native agent needs, in four lines and the handler's in line 5. */
  static final String LEAST =
      """
      manifest: 1
      name: price-watch
      version: 0.1.0
      description: Watches prices
      handler: com.example.PriceWatch
      """;

  private static final Path FOLDER = Path.of("agents/price-watch");

  private Manifests() {}

  /** The manifest of the design. */
  public static String golden() {
    return resource("golden.yaml");
  }

  static String resource(String name) {
    try (var in = Manifests.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Manifest read(String yaml) {
    return read(yaml, "prod");
  }

  static Manifest read(String yaml, String environment) {
    return new ManifestReader().parse(yaml, FOLDER, environment);
  }

  /** Reads the least manifest with more lines from line 6 on. */
  static Manifest leastWith(String more) {
    return read(LEAST + more);
  }

  /** The texts of all problems, without the folder. */
  static List<String> problems(String yaml) {
    try {
      read(yaml);
      return List.of();
    } catch (InvalidManifest invalid) {
      return invalid.problems().stream()
          .map(problem -> problem.text().replace("agents/price-watch/", ""))
          .toList();
    }
  }
}
