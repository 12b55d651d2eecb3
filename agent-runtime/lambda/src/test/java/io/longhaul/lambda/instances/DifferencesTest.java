package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process meets here, and not on Lambda. */
@Timeout(120)
class DifferencesTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final AtomicInteger ids = new AtomicInteger();
  @TempDir private Path folder;
  private Bootstrap bootstrap;

  @BeforeEach
  void write() throws Exception {
    bootstrap = Bootstrap.in(folder);
  }

  @Test
  void deadlineIsToldAsAtMost24Days() throws Exception {
    var clock = new MovableClock();
    try (var instances = bootstrap.start("app", 1, 1, clock, () -> "small")) {
      var latest = clock.instant().plus(Duration.ofDays(24));
      assertThat(call(instances, "{\"do\": \"headers\"}", latest.plus(Duration.ofDays(1))))
          .containsIgnoringCase("lambda-runtime-deadline-ms=[" + latest.toEpochMilli() + "]");
      var earlier = latest.minusMillis(1);
      assertThat(call(instances, "{\"do\": \"headers\"}", earlier))
          .containsIgnoringCase("lambda-runtime-deadline-ms=[" + earlier.toEpochMilli() + "]");
    }
  }

  @Test
  void whatRunsBesideTheCallsGoesOnBetweenThem() throws Exception {
    try (var instances = bootstrap.start("app", 1)) {
      assertThat(call(instances, "{\"do\": \"later\"}")).isEqualTo("1");
      assertThat(folder.resolve("tmp/instance-1/later")).doesNotExist();
      Files.createFile(folder.resolve("go"));
      await().atMost(LONG).until(() -> Files.exists(folder.resolve("tmp/instance-1/later")));
    }
  }

  @Test
  void processIsNoSnapshotAndItsCallerNobodyThatCognitoKnows() throws Exception {
    try (var instances = bootstrap.start("app", 1)) {
      assertThat(call(instances, "{\"do\": \"env\"}"))
          .contains("AWS_LAMBDA_INITIALIZATION_TYPE=on-demand");
      assertThat(call(instances, "{\"do\": \"headers\"}")).doesNotContainIgnoringCase("cognito");
    }
  }

  @Test
  void processesOfTheMachineAreNotSeen() throws Exception {
    assumeThat(Bubblewrap.orNone() instanceof Bubblewrap(var _, boolean own) && own)
        .as("skipped: bubblewrap is not installed, or may not hide processes")
        .isTrue();
    try (var instances = bootstrap.start("app", 1)) {
      var seen = Integer.parseInt(call(instances, "{\"do\": \"processes\"}"));
      assertThat(seen).isBetween(1, 3); // bubblewrap's own, the shell that became the client
      assertThat(ProcessHandle.allProcesses().count()).isGreaterThan(seen);
    }
  }

  @Test
  void callAmongOthersIsAbandonedAndItsProcessGoesOn() throws Exception {
    try (var instances = bootstrap.start("app", 1, 2, Clock.systemUTC(), () -> "small");
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var abandoned = threads.submit(() -> call(instances, "{\"do\": \"until-go\"}"));
      await().atMost(LONG).until(() -> instances.flights() == 1);
      abandoned.cancel(true);
      assertThatThrownBy(abandoned::get).isNotNull();
      assertThat(instances.flights()).isEqualTo(1);
      Files.createFile(folder.resolve("go"));
      await().atMost(LONG).until(() -> instances.flights() == 0);
      assertThat(call(instances, "{\"do\": \"statuses\"}")).isEqualTo("[202]");
    }
  }

  private String call(Instances instances, String event)
      throws FunctionError, InterruptedException {
    return call(instances, event, Instant.now().plusSeconds(60));
  }

  private String call(Instances instances, String event, Instant deadline)
      throws FunctionError, InterruptedException {
    var id = "call-" + ids.incrementAndGet();
    return instances.call(id, deadline, Json.of(event), CallOptions.NONE).toString();
  }
}
