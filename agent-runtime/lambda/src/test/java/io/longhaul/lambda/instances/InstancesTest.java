package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
        .containsIgnoringCase("lambda-runtime-trace-id=[Root=1-")
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
  void codeLayersAndTmpAreWhereLambdaHasThem() throws Exception {
    assumeThat(Bubblewrap.orNone().hasParent())
        .as("skipped: bubblewrap is not installed, or not permitted")
        .isTrue();
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
  void crashLoopSlowsDownAndEndsWithTheFirstAnswer() throws Exception {
    start("app", 1);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> call("{\"do\": \"exit\"}")).hasMessageContaining("exit status 3");
    }
    assertThat(call("1")).isEqualTo("1");
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
        .hasMessageContaining("more than http.max-body");
    assertThat(call("{\"do\": \"statuses\"}")).isEqualTo("[202]");
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
    var id = "call-" + ids.incrementAndGet();
    return instances().call(id, Instant.now().plusSeconds(60), Json.of(event)).toString();
  }

  private Future<String> later(String event) {
    return Executors.newVirtualThreadPerTaskExecutor().submit(() -> call(event));
  }
}
