package io.longhaul.jobs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.jobs.Caller;
import io.longhaul.jobs.EngineSettings;
import io.longhaul.jobs.EventOutcomes;
import io.longhaul.jobs.ExecutionRequest;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobState;
import io.longhaul.jobs.MemoryJobQueue;
import io.longhaul.jobs.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** On a file system of two megabytes, where this process may mount one. */
final class FullDiskTest {

  @TempDir private Path mount;

  private final CountDownLatch full = new CountDownLatch(1);

  @BeforeEach
  void mount() throws Exception {
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount.toString()))
        .as("skipped: this process may not mount a small file system")
        .isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    assertThat(run("umount", mount.toString())).isZero();
  }

  @Test
  void submitWhenTheDiskIsFullIsRefusedAndWorksAgainWithRoom() throws Exception {
    var executions = executions();
    fill();
    assertThatThrownBy(() -> executions.submit(request(executions)))
        .isInstanceOf(Refused.StoreAway.class)
        .hasMessageContaining("is full");
    empty();
    full.countDown();
    assertThat(ended(executions, executions.submit(request(executions))).state())
        .isEqualTo(JobState.SUCCEEDED);
    executions.drain(Duration.ofSeconds(30));
  }

  @Test
  void openWhenTheDiskIsFullSaysSo() throws Exception {
    fill();
    assertThatThrownBy(() -> EmbeddedJobStore.open(mount.resolve("data"), Clock.systemUTC()))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("full");
  }

  @Test
  void probeWhenTheDiskIsFullFailsUntilThereIsRoom() throws Exception {
    try (var store = EmbeddedJobStore.open(mount.resolve("data"), Clock.systemUTC())) {
      store.writeProbe();
      fill();
      assertThatThrownBy(store::writeProbe).hasMessageContaining("is full");
      empty();
      store.writeProbe();
    }
  }

  @Test
  void checkpointAndResultWhenTheDiskIsFullWaitForRoomAndCostNoAttempt() throws Exception {
    var executions = executions();
    var job = executions.submit(request(executions));
    fill();
    full.countDown();
    await() // for longer than a checkpoint and an end would take
        .during(Duration.ofMillis(300))
        .until(() -> executions.find(job.id()).orElseThrow().state() == JobState.RUNNING);
    empty();
    var done = ended(executions, job);
    assertThat(done.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(done.attempt()).isEqualTo(1);
    executions.drain(Duration.ofSeconds(30));
  }

  private Json handle(io.longhaul.agent.AgentContext context) throws InterruptedException {
    full.await();
    context.checkpoint("x".repeat(10_000));
    return Json.of("\"" + "y".repeat(10_000) + "\"");
  }

  private Executions executions() throws Exception {
    var clock = Clock.systemUTC();
    var executions =
        new Executions(
            EngineSettings.builder().build(),
            new Bound(),
            JsonMapper.shared(),
            EmbeddedJobStore.open(mount.resolve("data"), clock),
            new MemoryJobQueue(clock),
            EventOutcomes.NOBODY,
            clock,
            List.of());
    executions.start();
    return executions;
  }

  private ExecutionRequest request(Executions executions) {
    assertThat(executions.running()).isZero();
    return new ExecutionRequest(
        Json.of("1"), this::handle, Caller.ANONYMOUS, "/execute", null, null);
  }

  private static Job ended(Executions executions, Job job) throws InterruptedException {
    var now = job;
    while (!now.state().isTerminal()) {
      now = executions.await(job.id(), now.version(), Duration.ofSeconds(60)).orElseThrow();
    }
    return now;
  }

  /** Takes the last byte, so that no transaction fits. */
  private void fill() throws Exception {
    for (int size = 1 << 20; size > 0; size /= 2) {
      boolean fits = true;
      while (fits) {
        fits = grow(size);
      }
    }
  }

  private boolean grow(int size) {
    try {
      Files.write(
          mount.resolve("filler"),
          new byte[size],
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
      return true;
    } catch (java.io.IOException _) {
      return false;
    }
  }

  private void empty() throws Exception {
    Files.delete(mount.resolve("filler"));
  }

  private static int run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (java.io.IOException _) {
      return -1; // no such command
    }
  }

  private final class Bound implements Handler {
    @Override
    public Call bind(Json input) {
      return FullDiskTest.this::handle;
    }

    @Override
    public void close() {
      // nothing
    }
  }
}
