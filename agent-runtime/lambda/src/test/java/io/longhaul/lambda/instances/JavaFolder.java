package io.longhaul.lambda.instances;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import tools.jackson.databind.json.JsonMapper;

/** A folder with AWS's client for Java, the code of handlers, and a layer. */
record JavaFolder(Path folder) {

  /** Adds a class to the code. */
  JavaFolder code(Class<?> type) throws IOException {
    var target = folder.resolve("code").resolve(file(type));
    Files.createDirectories(target.getParent());
    Files.write(target, bytes(type));
    return this;
  }

  /** Makes a layer that holds a class in a jar. */
  JavaFolder layer(Class<?> type) throws IOException {
    var jar = Files.createDirectories(folder.resolve("layers/java/lib")).resolve("layered.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(file(type)));
      out.write(bytes(type));
    }
    return this;
  }

  Instances start(
      String handler,
      int count,
      int concurrency,
      Map<String, String> variables,
      Isolation isolation)
      throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin/java");
    var blueprint =
        new Blueprint(
            "tested",
            handler,
            folder.resolve("code"),
            folder.resolve("layers"),
            new Language.Java(home(), java, "java25", 64),
            96,
            concurrency,
            Duration.ofMinutes(2),
            () -> variables,
            Map.of("PATH", "/usr/bin:/bin"),
            folder.resolve("tmp"));
    return new Instances(
        blueprint, count, concurrency, 6 << 20, Clock.systemUTC(), JsonMapper.shared(), isolation);
  }

  private Path home() throws IOException {
    var home = Files.createDirectories(folder.resolve("home"));
    var library = AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-x86_64.so");
    try (library) {
      Files.copy(Objects.requireNonNull(library), home.resolve(Language.Java.NATIVE));
    }
    var jars = Files.createDirectories(home.resolve("lib"));
    for (var entry : System.getProperty("java.class.path").split(":", -1)) {
      if (entry.matches(".*/(aws-lambda-java|utils-lite)-[^/]*\\.jar")) {
        Files.copy(Path.of(entry), jars.resolve(Path.of(entry).getFileName()));
      }
    }
    return home;
  }

  private static String file(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (var bytes = type.getResourceAsStream("/" + file(type))) {
      return Objects.requireNonNull(bytes).readAllBytes();
    }
  }
}
