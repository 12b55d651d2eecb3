package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed, and one that never gets ready. */
@Timeout(120)
class EndedProcessTest {

  private final AtomicInteger ids = new AtomicInteger();
  @TempDir private Path folder;
  private Bootstrap bootstrap;
  private @Nullable Instances instances;

  @BeforeEach
  void write() throws Exception {
    bootstrap = Bootstrap.in(folder);
  }

  @AfterEach
  void close() {
    if (instances != null) {
      instances.close();
    }
  }

  @Test
  void processKilledInMidCallFailsThatCallAlone() throws Exception {
    instances = bootstrap.start("app", 2);
    var neighbour = later("{\"do\": \"gated\"}");
    await().until(() -> instances().flights() == 1);
    assertThatThrownBy(() -> call("{\"do\": \"kill\"}"))
        .isInstanceOfSatisfying(
            FunctionError.class,
            error -> assertThat(error.errorType()).isEqualTo("Runtime.ExitError"))
        .hasMessage("RequestId: call-2 Error: Runtime exited with error: signal: killed");
    assertThat(call("3")).isEqualTo("3");
    assertThat(neighbour.isDone()).isFalse();
    Files.createFile(folder.resolve("go"));
    assertThat(neighbour.get()).isEqualTo("\"call-1\"");
  }

  @Test
  void processThatIsKilledWhileItWaitsCostsNoCall() throws Exception {
    instances = bootstrap.start("app", 1);
    assertThat(call("1")).isEqualTo("1");
    var idle = clients().getFirst();
    var _ = idle.destroyForcibly();
    await().until(() -> !idle.isAlive());
    assertThat(call("2")).isEqualTo("2");
    assertThat(clients()).hasSize(1).doesNotContain(idle);
  }

  @Test
  void processThatTakesTooLongToGetReadyIsKilledAndTold() {
    instances = bootstrap.start("slow", Duration.ofSeconds(1));
    assertThatThrownBy(() -> call("1"))
        .hasMessageStartingWith("The function was not ready after 1 s");
  }

  /** Below bubblewrap or not, by the class that they run. */
  private static List<ProcessHandle> clients() {
    return ProcessHandle.current()
        .descendants()
        .filter(process ->
            process
                .info()
                .commandLine()
                .orElse("")
                .contains(" " + TestClient.class.getName() + " "))
        .toList();
  }

  private Instances instances() {
    assertThat(instances).isNotNull();
    return instances;
  }

  private String call(String event) throws FunctionError, InterruptedException {
    return instances()
        .call(
            "call-" + ids.incrementAndGet(),
            Instant.now().plusSeconds(60),
            Json.of(event),
            CallOptions.NONE)
        .toString();
  }

  private Future<String> later(String event) {
    return Executors.newVirtualThreadPerTaskExecutor().submit(() -> call(event));
  }
}
