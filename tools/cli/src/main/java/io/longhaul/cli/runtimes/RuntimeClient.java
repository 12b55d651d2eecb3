package io.longhaul.cli.runtimes;

import java.nio.file.Path;
import java.util.List;

/**
 * An installed client.
 *
 * @param folder for the service's option --runtime
 * @param sources files that it rests on: without one of them it is made anew
 * @param exact whether it has the version that the manifest names, and no stand-in
 */
public record RuntimeClient(Path folder, List<Path> sources, boolean exact) {

  /** Copies the list. */
  public RuntimeClient {
    sources = List.copyOf(sources);
  }
}
