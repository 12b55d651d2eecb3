package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import io.longhaul.lambda.extensions.Extensions;
import io.longhaul.lambda.runtimeapi.Report;
import io.longhaul.lambda.runtimeapi.RuntimeServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class ExtensionProcessesTest {

  @TempDir private Path folder;

  private final Instance instance = InstanceTest.instance(new Line(), 1);
  private final CountDownLatch reported = new CountDownLatch(1);
  private final CompletableFuture<Thread> ended = new CompletableFuture<>();

  @Test
  void whoReportsAnErrorDoesNotWaitForTheEndThatItBrings() throws Exception {
    var extension = Files.createDirectories(folder.resolve("extensions")).resolve("idle");
    Files.writeString(extension, "#!/bin/sh\nexec sleep 86400\n");
    Files.setPosixFilePermissions(extension, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var server = new RuntimeServer(1000)) {
      var shop = shop(server);
      try (var beside = new ExtensionProcesses(shop, instance, () -> false, () -> "FAILURE")) {
        var started = Thread.ofVirtual().start(() -> start(beside, Room.of(shop, 1, folder, "")));
        var extensions = instance.observer().extensions();
        var identifier = register(extensions);
        started.join();

        extensions.failed(identifier, "exit", new Report("Broken", Json.of("{}")));
        reported.countDown();

        assertThat(ended.get()).isNotEqualTo(Thread.currentThread());
        assertThat(beside.lost()).contains("idle", "exit", "Broken");
      }
    }
  }

  private void start(ExtensionProcesses beside, Room room) {
    try {
      assertThat(beside.start(room, this::end)).isNull();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does not return before the report has. */
  private void end() {
    try {
      reported.await();
      ended.complete(Thread.currentThread());
    } catch (InterruptedException e) {
      ended.completeExceptionally(e);
    }
  }

  private static String register(Extensions extensions) {
    var reply = extensions.register("idle", Json.of("{\"events\": []}"));
    return Objects.requireNonNull(reply.headers().get("Lambda-Extension-Identifier"));
  }

  private Workshop shop(RuntimeServer server) {
    var blueprint =
        new Blueprint(
            "tested",
            "app",
            folder,
            folder,
            new Language.Provided("provided.al2023"),
            128,
            1,
            Duration.ofMinutes(1),
            Map::of,
            Map.of("PATH", "/usr/bin:/bin"),
            folder);
    var errors = new Errors(JsonMapper.shared());
    return new Workshop(
        blueprint, server, new Spawner(), new Isolation.None(), errors, Clock.systemUTC());
  }
}
