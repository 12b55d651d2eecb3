package io.longhaul.manifest;

import io.longhaul.manifest.binding.Binder;
import io.longhaul.manifest.binding.Position;
import io.longhaul.manifest.binding.Problem;
import io.longhaul.manifest.binding.Problems;
import io.longhaul.manifest.binding.YamlDocument;
import io.longhaul.manifest.binding.YamlValue.Fields;
import java.nio.file.Path;
import java.util.Map;

/** Reads {@code agent.yaml}. Safe for concurrent use. */
public final class ManifestReader {

  /** The file's name. */
  public static final String FILE = "agent.yaml";

  private final Binder<Manifest> binder = new Binder<>(Manifest.class, Notations.ALL);

  /** Reads the description of all keys off the records. */
  public ManifestReader() {}

  /**
   * Reads the manifest for an environment.
   *
   * @param path the file, or the folder that holds an {@code agent.yaml}
   * @param environment the overlay to merge; one without an overlay is fine
   * @throws InvalidManifest with every problem, also those of other environments' overlays, and if
   *     the file is missing or cannot be read
   */
  public Manifest read(Path path, String environment) {
    var file = new ManifestFile(path);
    return read(file.name(), file.text(), file.folder(), environment);
  }

  /**
   * Reads a manifest from a text, as if it were the {@code agent.yaml} in {@code folder}.
   *
   * @throws InvalidManifest with every problem
   */
  public Manifest parse(String yaml, Path folder, String environment) {
    return read(folder.resolve(FILE).toString(), yaml, folder, environment);
  }

  private Manifest read(String file, String text, Path folder, String environment) {
    var problems = new Problems();
    var root = root(file, text, problems);
    var overlays = Overlays.of(root, problems);
    var manifest = read(overlays.in(environment), folder, environment, problems);
    read(overlays.base(), folder, environment, problems);
    for (var other : overlays.byEnvironment().keySet()) {
      read(overlays.in(other), folder, other, problems);
    }
    if (!problems.none()) {
      throw new InvalidManifest(problems.inOrder());
    }
    return manifest;
  }

  private static Fields root(String file, String text, Problems problems) {
    var document = YamlDocument.read(file, text, problems);
    if (document.isPresent() && document.get() instanceof Fields root) {
      return root;
    }
    if (document.isPresent()) {
      problems.add(new Problem(Position.whole(file), "no map", "a map of keys and values"));
    }
    throw new InvalidManifest(problems.inOrder());
  }

  private Manifest read(Fields fields, Path folder, String environment, Problems problems) {
    var given = Map.<Class<?>, Object>of(Path.class, folder, String.class, environment);
    var bound = binder.bind(fields, Defaults.of(fields), given, problems);
    new Check(bound.value(), bound.written(), problems).all();
    return bound.value();
  }
}
