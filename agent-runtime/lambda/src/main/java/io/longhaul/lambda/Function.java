package io.longhaul.lambda;

import io.longhaul.config.Config;
import io.longhaul.lambda.instances.Blueprint;
import io.longhaul.lambda.instances.Language;
import io.longhaul.manifest.LambdaRuntime;
import io.longhaul.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Reads from a manifest how its function is started. */
final class Function {

  /** Lambda's 10 s would not do: many start at once here, on few processors. */
  private static final Duration INIT = Duration.ofMinutes(2);

  /** What is left is for classes, code, threads and buffers of a JVM. */
  private static final int HEAP_PERCENT = 70;

  private Function() {}

  /**
   * The blueprint of a manifest's instances.
   *
   * @throws UnusableFunction if something of it is missing, or not built in yet
   */
  static Blueprint blueprint(Manifest manifest, Config config, LambdaSettings settings) {
    var scratch = settings.scratch();
    var name = manifest.functionName();
    return new Blueprint(
        name == null ? manifest.name() : name,
        manifest.handler(),
        code(manifest, scratch.resolve("code")),
        layers(manifest, scratch.resolve("layers")),
        language(manifest, settings),
        manifest.instanceMemory(),
        manifest.concurrency(),
        INIT,
        () -> variables(manifest, config),
        settings.surroundings(),
        scratch);
  }

  private static Map<String, String> variables(Manifest manifest, Config config) {
    var variables = new LinkedHashMap<>(manifest.env());
    variables.putAll(config.variables());
    return variables;
  }

  /** A folder is used as it is; a zip or jar is unpacked. */
  private static Path code(Manifest manifest, Path unpacked) {
    var code = beside(manifest, manifest.code() == null ? "." : manifest.code());
    if (Files.isDirectory(code)) {
      return code;
    }
    Archive.unpack(code, empty(unpacked));
    return unpacked;
  }

  private static Path layers(Manifest manifest, Path unpacked) {
    var folder = empty(unpacked);
    manifest.layers().forEach(layer -> Archive.unpack(beside(manifest, layer), folder));
    return folder;
  }

  private static Path beside(Manifest manifest, String path) {
    return manifest.folder().resolve(path).toAbsolutePath().normalize();
  }

  private static Path empty(Path folder) {
    try {
      var _ = FileSystemUtils.deleteRecursively(folder);
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UnusableFunction("%s cannot be written: %s".formatted(folder, e));
    }
  }

  private static Language language(Manifest manifest, LambdaSettings settings) {
    var runtime = manifest.runtime();
    if (runtime == null) {
      throw new IllegalArgumentException(manifest.name() + " is a native agent");
    }
    return switch (runtime) {
      case PYTHON3_9, PYTHON3_10, PYTHON3_11, PYTHON3_12, PYTHON3_13, PYTHON3_14 ->
          python(runtime, settings);
      case JAVA8_AL2, JAVA11, JAVA17, JAVA21, JAVA25 -> java(runtime, manifest, settings);
      case NODEJS18_X, NODEJS20_X, NODEJS22_X, NODEJS24_X ->
          new NodeRuntime(runtime, manifest.concurrency(), manifest.instanceMemory(), settings)
              .language();
      case PROVIDED_AL2, PROVIDED_AL2023 -> new Language.Provided(runtime.word());
      default ->
          throw new UnusableFunction(
              "The runtime %s is not built in yet: provided (any executable named"
                      .formatted(runtime.word())
                  + " bootstrap), Java, Node and Python are");
    };
  }

  private static Language python(LambdaRuntime runtime, LambdaSettings settings) {
    var home = settings.runtime().toAbsolutePath().normalize();
    if (!Files.isExecutable(home.resolve("bin/python"))) {
      throw new UnusableFunction(
          "The Python runtime client is not installed in %s: start with ./longhaul run, which"
                  .formatted(home)
              + " installs it, or make a virtual environment there with awslambdaric and boto3");
    }
    return new Language.Python(home, runtime.word());
  }

  private static Language java(LambdaRuntime runtime, Manifest manifest, LambdaSettings settings) {
    var home = settings.runtime().toAbsolutePath().normalize();
    if (!Files.isDirectory(home.resolve("lib"))) {
      throw new UnusableFunction(
          "The Java runtime client is not installed in %s: start with ./longhaul run, which"
                  .formatted(home)
              + " installs it, or put the jars of aws-lambda-java-runtime-interface-client into"
              + " its lib");
    }
    int heap = manifest.instanceMemory() * HEAP_PERCENT / 100;
    return new Language.Java(home, command(home, runtime), runtime.word(), heap);
  }

  /** Of the version that the manifest names, where one was found; else of the service's own. */
  private static Path command(Path home, LambdaRuntime runtime) {
    var found = home.resolve("bin").resolve(runtime.word());
    try {
      return Files.isExecutable(found)
          ? found.toRealPath()
          : Path.of(System.getProperty("java.home"), "bin/java");
    } catch (IOException e) {
      throw new UnusableFunction("%s cannot be followed: %s".formatted(found, e));
    }
  }
}
