package io.longhaul.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout, walked: a new module is under the rules from its first class on. */
final class Repository {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** A Maven module with code. */
  record Module(Path folder) {

    /** As in the design: {@code agent-sdk/api}. */
    String name() {
      return ROOT.relativize(folder).toString().replace('\\', '/');
    }

    Path classes() {
      return folder.resolve("target/classes");
    }

    Path testClasses() {
      return folder.resolve("target/test-classes");
    }

    List<Path> sources(String set) {
      return files(folder.resolve("src").resolve(set).resolve("java"), ".java");
    }
  }

  static List<Module> modules() {
    return files(ROOT, "pom.xml").stream()
        .map(Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
        .map(Module::new)
        .toList();
  }

  static JavaClasses mainClasses() {
    return Main.CLASSES;
  }

  static JavaClasses testClasses() {
    return Tests.CLASSES;
  }

  /** Read once, because reading takes seconds. */
  private static final class Main {
    static final JavaClasses CLASSES = imported(modules().stream().map(Module::classes));
  }

  private static final class Tests {
    static final JavaClasses CLASSES = imported(modules().stream().map(Module::testClasses));
  }

  private static JavaClasses imported(Stream<Path> folders) {
    // what JMH generates is nobody's style
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("/jmh_generated/"))
        .importPaths(folders.filter(Files::isDirectory).toList());
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var walk = Files.walk(folder)) {
      return walk.filter(path -> path.toString().endsWith(ending))
          .filter(path -> !ROOT.relativize(path).toString().contains("target/"))
          .filter(path -> !ROOT.relativize(path).toString().contains("src/main/resources/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Repository() {}
}
