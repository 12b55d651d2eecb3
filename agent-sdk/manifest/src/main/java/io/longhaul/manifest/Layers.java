package io.longhaul.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Looks into layers, which are folders or zips. */
final class Layers {

  private static final String EXTENSIONS = "extensions/";

  private Layers() {}

  /** Whether programs would stand in /opt/extensions; a layer that cannot be read brings none. */
  static boolean bringExtensions(Path layer) {
    try {
      return Files.isDirectory(layer) ? folder(layer) : Files.isRegularFile(layer) && zip(layer);
    } catch (IOException _) {
      return false; // told when the layer is unpacked
    }
  }

  private static boolean folder(Path layer) throws IOException {
    var folder = layer.resolve(EXTENSIONS);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.anyMatch(Files::isRegularFile);
    }
  }

  private static boolean zip(Path layer) throws IOException {
    try (var zip = new ZipFile(layer.toFile())) {
      return zip.stream()
          .anyMatch(entry -> !entry.isDirectory() && entry.getName().matches(EXTENSIONS + "[^/]+"));
    }
  }
}
