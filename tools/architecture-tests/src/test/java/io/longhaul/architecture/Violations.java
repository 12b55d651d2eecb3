package io.longhaul.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;

/** Code that breaks a rule, so that the rule is seen to fail; a folder of sources for each. */
final class Violations {

  private static final Path SOURCES = Path.of("src/test/violations");

  private Violations() {}

  /** Compiles the violation of a rule against the whole product. */
  static JavaClasses compiled(Enum<?> rule, Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of(
              "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      var sources = files.getJavaFileObjectsFromPaths(sources(rule));
      if (!compiler.getTask(said, files, null, options, null, sources).call()) {
        throw new AssertionError("The violation of " + rule + " does not compile: " + said);
      }
    }
    return new ClassFileImporter().importPath(classes);
  }

  private static List<Path> sources(Enum<?> rule) throws IOException {
    var folder = SOURCES.resolve(rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    try (var walk = Files.walk(folder)) {
      return walk.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }
}
