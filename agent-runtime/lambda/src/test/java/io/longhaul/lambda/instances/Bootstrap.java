package io.longhaul.lambda.instances;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** A folder of code whose bootstrap is {@link TestClient}. */
record Bootstrap(Path folder) {

  static Bootstrap in(Path folder) throws IOException {
    copy(folder, TestClient.class);
    copy(folder, TestStream.class);
    copy(folder, TestExtension.class);
    program(folder.resolve("bootstrap"), TestClient.class);
    return new Bootstrap(folder);
  }

  /** Adds a layer with an extension. */
  void extend(String name) throws IOException {
    var extensions = Files.createDirectories(folder.resolve("layers/extensions"));
    program(extensions.resolve(name), TestExtension.class);
  }

  private static void copy(Path folder, Class<?> type) throws IOException {
    var name = type.getName().replace('.', '/') + ".class";
    var target = folder.resolve(name);
    Files.createDirectories(target.getParent());
    try (var bytes = type.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(bytes), target);
    }
  }

  private static void program(Path file, Class<?> type) throws IOException {
    Files.writeString(
        file,
        """
        #!/bin/sh
        exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp "$LAMBDA_TASK_ROOT" %s "$0"
        """
            .formatted(System.getProperty("java.home"), type.getName()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Instances start(String handler, int count) {
    return start(handler, count, 1, Clock.systemUTC(), () -> "small");
  }

  Instances start(String handler, int count, int concurrency, Clock clock, Supplier<String> model) {
    return start(blueprint(handler, concurrency, Duration.ofMinutes(2), model), count, clock);
  }

  /** One, which has to be ready in time. */
  Instances start(String handler, Duration init) {
    return start(blueprint(handler, 1, init, () -> "small"), 1, Clock.systemUTC());
  }

  private static Instances start(Blueprint blueprint, int count, Clock clock) {
    return new Instances(
        blueprint, count, blueprint.concurrency(), 1_000_000, clock, JsonMapper.shared());
  }

  private Blueprint blueprint(
      String handler, int concurrency, Duration init, Supplier<String> model) {
    return new Blueprint(
        "tested",
        handler,
        folder,
        folder.resolve("layers"),
        new Language.Provided("provided.al2023"),
        128,
        concurrency,
        init,
        () -> Map.of("MODEL", model.get(), "AWS_LAMBDA_EXEC_WRAPPER", "/bin/false"),
        Map.of("PATH", "/usr/bin:/bin", "API_KEYS", "secret", "AWS_PROFILE", "dev"),
        folder.resolve("tmp"));
  }
}
