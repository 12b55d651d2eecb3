package io.longhaul.lambda.instances;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** A folder of code whose bootstrap is {@link TestClient}. */
record Bootstrap(Path folder) {

  static Bootstrap in(Path folder) throws IOException {
    var name = TestClient.class.getName().replace('.', '/') + ".class";
    var client = folder.resolve(name);
    Files.createDirectories(client.getParent());
    try (var bytes = TestClient.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(bytes), client);
    }
    var bootstrap = folder.resolve("bootstrap");
    Files.writeString(
        bootstrap,
        """
        #!/bin/sh
        exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp "$LAMBDA_TASK_ROOT" %s
        """
            .formatted(System.getProperty("java.home"), TestClient.class.getName()));
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Bootstrap(folder);
  }

  Instances start(String handler, int count) {
    return new Instances(
        blueprint(handler), count, 1, 1_000_000, Clock.systemUTC(), JsonMapper.shared());
  }

  private Blueprint blueprint(String handler) {
    return new Blueprint(
        "tested",
        handler,
        folder,
        folder.resolve("layers"),
        new Language.Provided("provided.al2023"),
        128,
        1,
        () -> Map.of("MODEL", "small"),
        Map.of("PATH", "/usr/bin:/bin", "API_KEYS", "secret", "AWS_PROFILE", "dev"),
        folder.resolve("tmp"));
  }
}
