package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.MalformedInput;
import io.longhaul.lifecycle.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class LambdaEntryTest {

  private static final String MANIFEST =
      """
      manifest: 1
      name: witness
      version: 1.0.0
      description: Tells what it sees
      handler: io.longhaul.app.Witness
      config: {WORD: {default: plain}}
      environments:
        prod: {config: {WORD: {default: costly}}}
      """;

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void deploy() throws IOException {
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST);
    environment.put("LAMBDA_TASK_ROOT", folder.toString());
    environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");
    environment.put("AWS_LAMBDA_LOG_LEVEL", "ERROR");
  }

  @Test
  void agentSeesLambdasCall() throws IOException {
    var entry = new LambdaEntry(environment);
    var seen = call(entry, "look");
    assertThat(seen.path("execution_id").stringValue()).isEqualTo("request-1");
    assertThat(seen.path("attempt").intValue()).isEqualTo(1);
    assertThat(Instant.parse(seen.path("deadline").stringValue()))
        .isCloseTo(Instant.now().plusSeconds(30), within(10, ChronoUnit.SECONDS));
    assertThat(seen.path("cancelled").booleanValue()).isFalse();
    assertThat(seen.path("draining").booleanValue()).isFalse();
  }

  @Test
  void checkpointsLastAsLongAsTheirCall() throws IOException {
    var entry = new LambdaEntry(environment);
    for (int i = 0; i < 2; i++) {
      var seen = call(entry, "look");
      assertThat(seen.path("before").isNull()).isTrue();
      assertThat(seen.path("after").stringValue()).isEqualTo("half");
    }
  }

  @Test
  void configurationComesFromWhereAServiceFindsIt() throws IOException {
    assertThat(call(new LambdaEntry(environment), "look").path("word").stringValue())
        .isEqualTo("plain");
    environment.put("ENVIRONMENT", "prod");
    assertThat(call(new LambdaEntry(environment), "look").path("word").stringValue())
        .isEqualTo("costly");
    environment.put("WORD", "mine");
    assertThat(call(new LambdaEntry(environment), "look").path("word").stringValue())
        .isEqualTo("mine");
  }

  @Test
  void inputIsBoundAsStrictlyAsByAServiceAndItsFieldIsNamed() {
    var entry = new LambdaEntry(environment);
    assertThatThrownBy(() -> call(entry, "{\"act\":1}", 30_000))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("act: ");
    assertThatThrownBy(() -> call(entry, "{\"act\":\"look\",\"more\":1}", 30_000))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("more: ");
    assertThatThrownBy(() -> call(entry, "{\"act\"", 30_000)).isInstanceOf(MalformedInput.class);
  }

  @Test
  void agentsOwnExceptionReachesLambdaAsItIs() {
    var entry = new LambdaEntry(environment);
    assertThatThrownBy(() -> call(entry, "fail"))
        .isInstanceOf(IOException.class)
        .hasMessage("no luck");
  }

  @Test
  void callIsCancelledBeforeLambdaKillsItAndTheNextOneIsNot() throws IOException {
    var entry = new LambdaEntry(environment);
    var began = System.nanoTime();
    assertThat(call(entry, "{\"act\":\"wait\"}", 1_000).path("cancelled").booleanValue()).isTrue();
    assertThat(System.nanoTime() - began).isGreaterThan(800_000_000L);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(call(entry, "look").path("cancelled").booleanValue()).isFalse();
  }

  @Test
  void startThatFailsSaysWhatToDo() throws IOException {
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST.replace("name:", "nmae:"));
    assertFailure("nmae");
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST.replace("app.Witness", "app.Gone"));
    assertFailure("io.longhaul.app.Gone was not found");
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST.replace("{default: plain}", "{}"));
    assertFailure("The value WORD is missing");
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST + "runtime: python3.13\ncode: .\n");
    assertFailure("no native agent");
    Files.delete(folder.resolve("agent.yaml"));
    assertFailure("There is no agent.yaml in " + folder);
  }

  private void assertFailure(String part) {
    var failure = catchThrowableOfType(StartFailure.class, () -> new LambdaEntry(environment));
    assertThat(failure).hasMessageContaining(part);
    assertThat(failure.action()).isNotBlank();
  }

  private static JsonNode call(LambdaEntry entry, String act) throws IOException {
    return call(entry, "{\"act\":\"" + act + "\"}", 30_000);
  }

  private static JsonNode call(LambdaEntry entry, String input, int millis) throws IOException {
    var output = new ByteArrayOutputStream();
    entry.handleRequest(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        output,
        new FakeLambda("request-1", millis));
    return JsonMapper.shared().readTree(output.toByteArray());
  }
}
