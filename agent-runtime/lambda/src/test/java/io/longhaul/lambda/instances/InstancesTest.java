package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.LogTail;
import io.longhaul.logs.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Real processes, under a client of our own that does what it is told. */
@Timeout(120)
class InstancesTest {

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
  void callIsAnsweredByTheFunction() throws Exception {
    start("app", 1);
    assertThat(call("{\"a\": 1}")).isEqualTo("{\"a\": 1}");
  }

  @Test
  void clientGetsTheHeadersThatEveryLanguageNeeds() throws Exception {
    start("app", 1);
    assertThat(call("{\"do\": \"headers\"}"))
        .containsIgnoringCase("lambda-runtime-aws-request-id=[call-1]")
        .containsIgnoringCase("arn:aws:lambda:us-east-1:123456789012:function:tested")
        .containsIgnoringCase("lambda-runtime-invocation-id=[call-1]")
        .containsPattern(
            "(?i)lambda-runtime-trace-id=\\[Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0]")
        .containsIgnoringCase("content-type=[application/json]")
        .containsIgnoringCase("lambda-runtime-deadline-ms=[");
  }

  @Test
  void environmentIsLambdasAndTheAgentsAndNoKeys() throws Exception {
    start("app", 1);
    assertThat(call("{\"do\": \"env\"}"))
        .contains("MODEL=small", "AWS_PROFILE=dev", "_HANDLER=app")
        .contains("AWS_LAMBDA_FUNCTION_VERSION=$LATEST", "instance-1")
        .containsPattern("PATH=/usr/bin:/bin:[^,]*/bin,")
        .containsPattern("LD_LIBRARY_PATH=[^,]*/lib")
        .doesNotContain("secret");
  }

  @Test
  void bootstrapIsNotWrapped() throws Exception {
    start("app", 1);
    assertThat(call("{\"do\": \"env\"}")).contains("AWS_LAMBDA_EXEC_WRAPPER=/bin/false");
  }

  @Test
  void codeLayersAndTmpAreWhereLambdaHasThem() throws Exception {
    assumeThat(Bubblewrap.orNone())
        .as("skipped: bubblewrap is not installed, or not permitted")
        .isInstanceOf(Bubblewrap.class);
    Files.createDirectories(folder.resolve("layers/fonts"));
    Files.writeString(folder.resolve("layers/fonts/sans"), "a-font");
    start("app", 2);
    var first = later("{\"do\": \"wait\"}");
    await().until(() -> instances().flights() == 1);
    assertThat(call("{\"do\": \"write\"}")).isEqualTo("1");
    assertThat(call("{\"do\": \"look\"}")).isEqualTo("\"/var/task call-2 a-font true\"");
    first.cancel(true);
  }

  @Test
  void errorCarriesWhatTheClientReported() throws Exception {
    start("app", 1);
    assertThatThrownBy(() -> call("{\"do\": \"fail\"}"))
        .isInstanceOfSatisfying(
            FunctionError.class,
            error -> {
              assertThat(error).hasMessage("no luck");
              assertThat(error.errorType()).isEqualTo("Bad");
              assertThat(error.payload().toString()).contains("\"errorType\":\"Bad\"");
            });
  }

  @Test
  void crashFailsItsCallAndTheNextOneRunsAnew() throws Exception {
    start("app", 1);
    assertThatThrownBy(() -> call("{\"do\": \"exit\"}")).hasMessageContaining("exit status 3");
    assertThat(call("1")).isEqualTo("1");
  }

  @Test
  void crashLoopSlowsDownShowsAndEndsWithTheFirstAnswer() throws Exception {
    start("app", 1);
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> call("{\"do\": \"exit\"}")).hasMessageContaining("exit status 3");
    }
    await().until(() -> !ready());
    assertThatThrownBy(() -> instances().requireReady()).hasMessageContaining("exit status 3");
    await()
        .untilAsserted(() ->
            assertThatThrownBy(() -> call("1"))
                .hasMessage("Runtime exited with error: exit status 3"));
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(FunctionError.class) // refused until it starts anew
        .until(() -> call("1").equals("1"));
  }

  @Test
  void folderThatItsOwnerCannotEmptyIsNoReasonNotToStart() throws Exception {
    start("app", 1);
    assertThat(call("1")).isEqualTo("1");
    var locked = Files.createDirectories(folder.resolve("tmp/instance-1/locked"));
    Files.createFile(locked.resolve("file"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertThatThrownBy(() -> call("{\"do\": \"exit\"}")).hasMessageContaining("exit status 3");
    assertThat(call("1")).isEqualTo("1");
    assertThat(locked).doesNotExist();
  }

  @Test
  void answerThatIsNoJsonBecomesText() throws Exception {
    start("app", 1);
    assertThat(call("{\"do\": \"plain\"}")).isEqualTo("\"hello, world\"");
  }

  @Test
  void answerThatIsTooLargeFailsItsCallAndLeavesTheClientAlive() throws Exception {
    start("app", 1);
    assertThatThrownBy(() -> call("{\"do\": \"large\"}"))
        .isInstanceOfSatisfying(
            FunctionError.class,
            error -> assertThat(error.errorType()).isEqualTo("Function.ResponseSizeTooLarge"))
        .hasMessageContaining("more than http.max-body");
    assertThat(call("{\"do\": \"statuses\"}")).isEqualTo("[202]");
  }

  @Test
  void hugeAnswerIsReadAndThrownAway() throws Exception {
    start("app", 1);
    assertThatThrownBy(() -> call("{\"do\": \"huge\"}"))
        .hasMessageContaining("more than http.max-body");
    assertThat(call("1")).isEqualTo("1");
  }

  @Test
  void hugeOutputHoldsNobodyUp() throws Exception {
    var logger = (Logger) LoggerFactory.getLogger(Logs.FUNCTION);
    logger.setLevel(Level.OFF);
    try {
      start("app", 1);
      assertThat(call("{\"do\": \"chatter\"}")).isEqualTo("1");
    } finally {
      logger.setLevel(Level.INFO);
    }
  }

  @Test
  void secondAndStaleAnswersAreRefused() throws Exception {
    start("app", 1);
    assertThat(call("{\"do\": \"twice\"}")).isEqualTo("1");
    assertThat(call("{\"do\": \"stale\"}")).isEqualTo("2");
    assertThat(call("{\"do\": \"statuses\"}")).isEqualTo("[202, 400, 400, 202]");
  }

  @Test
  void callThatTheClientForgetsFails() throws Exception {
    start("app", 1);
    assertThatThrownBy(() -> call("{\"do\": \"forget\"}")).hasMessageContaining("next call before");
    assertThat(call("1")).isEqualTo("1");
  }

  @Test
  void callsRunSideBySideOnTwoInstancesAndAThirdWaits() throws Exception {
    start("app", 2);
    var first = later("{\"do\": \"wait\"}");
    var second = later("{\"do\": \"wait\"}");
    await().until(() -> instances().flights() == 2);
    var third = later("3");
    first.cancel(true);
    assertThat(third.get()).isEqualTo("3");
    assertThat(second.isDone()).isFalse();
    second.cancel(true);
  }

  @Test
  void interruptEndsAProcessThatIgnoresSigterm() throws Exception {
    start("app", 1);
    var deaf = later("{\"do\": \"deaf\"}");
    await().until(() -> instances().flights() == 1);
    deaf.cancel(true);
    assertThat(call("1")).isEqualTo("1");
  }

  @Test
  void initErrorIsWhatCallersGet() {
    start("never", 1);
    await().atMost(Duration.ofSeconds(60)).until(() -> !ready());
    assertThatThrownBy(() -> call("1")).hasMessage("no such module");
  }

  @Test
  void clientThatNeverStartsIsToldWithWhatItPrinted() {
    start("crash", 1);
    assertThatThrownBy(() -> call("1"))
        .hasMessageContaining("ended with 7 before it was ready")
        .hasMessageContaining("cannot find the library");
  }

  @Test
  void tailHoldsWhatTheCallPrinted() throws Exception {
    start("app", 1);
    var first = new LogTail();
    call("{\"do\": \"print\"}", new CallOptions(null, null, null, first));
    var second = new LogTail();
    call("1", new CallOptions(null, null, null, second));
    assertThat(new String(first.bytes(), UTF_8))
        .startsWith("START RequestId: call-1 Version: $LATEST\n")
        .contains("said by call-1\n", "{\"level\":\"info\",\"said\":\"json\"}\n")
        .containsPattern("END RequestId: call-1\nREPORT RequestId: call-1\tDuration: [0-9.]+ ms\t");
    assertThat(new String(second.bytes(), UTF_8)).doesNotContain("said by");
  }

  @Test
  void callersTraceAndClientContextReachTheFunction() throws Exception {
    start("app", 1);
    var trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
    var options = new CallOptions(trace, Json.of("{\"client\":\"Zoë\"}"), null, null);
    assertThat(call("{\"do\": \"headers\"}", options))
        .contains(trace, "Zo" + new String("ë".getBytes(UTF_8), ISO_8859_1));
    assertThat(call("{\"do\": \"headers\"}")).doesNotContainIgnoringCase("client-context");
  }

  @Test
  void headerThatIsNoTraceIsNotHandedOn() throws Exception {
    start("app", 1);
    var forged = new CallOptions("Root=1-1\r\nX-Forged: 1", null, null, null);
    assertThat(call("{\"do\": \"headers\"}", forged)).doesNotContainIgnoringCase("forged");
  }

  @Test
  void changedEnvironmentReachesTheNextProcess() throws Exception {
    var model = new AtomicReference<>("small");
    instances = bootstrap.start("app", 1, 1, Clock.systemUTC(), model::get);
    assertThat(call("{\"do\": \"env-model\"}")).isEqualTo("\"small\"");
    model.set("large");
    instances.recycle();
    await().until(() -> call("{\"do\": \"env-model\"}").equals("\"large\""));
  }

  @Test
  void idleInstanceIsReplacedBeforeClientsGiveUp() throws Exception {
    var clock = new MovableClock();
    instances = bootstrap.start("app", 1, 1, clock, () -> "small");
    assertThat(call("{\"do\": \"write\"}")).isEqualTo("1");
    var tmp = folder.resolve("tmp/instance-1");
    Files.createFile(tmp.resolve("mark"));
    clock.advance(Duration.ofHours(10));
    instances.recycling().idle();
    assertThat(call("1")).isEqualTo("1");
    assertThat(tmp.resolve("mark")).exists();
    clock.advance(Duration.ofHours(11));
    instances.recycling().idle();
    await().until(() -> !Files.exists(tmp.resolve("mark")));
    assertThat(call("1")).isEqualTo("1");
  }

  private void start(String handler, int count) {
    instances = bootstrap.start(handler, count);
  }

  private Instances instances() {
    assertThat(instances).isNotNull();
    return instances;
  }

  private boolean ready() {
    try {
      instances().requireReady();
      return true;
    } catch (IllegalStateException why) {
      return !String.valueOf(why.getMessage()).contains(":");
    }
  }

  private String call(String event) throws FunctionError, InterruptedException {
    return call(event, CallOptions.NONE);
  }

  private String call(String event, CallOptions options)
      throws FunctionError, InterruptedException {
    var id = "call-" + ids.incrementAndGet();
    return instances().call(id, Instant.now().plusSeconds(60), Json.of(event), options).toString();
  }

  private Future<String> later(String event) {
    return Executors.newVirtualThreadPerTaskExecutor().submit(() -> call(event));
  }
}
