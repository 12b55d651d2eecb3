package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.ResponseSink;
import io.longhaul.lambda.runtimeapi.Invocation;
import io.longhaul.lambda.runtimeapi.Valve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class StreamedAnswerTest {

  private final List<String> parts = new ArrayList<>();
  @TempDir private Path folder;
  private Instances instances;

  @BeforeEach
  void start() throws Exception {
    instances = Bootstrap.in(folder).start("app", 1);
  }

  @AfterEach
  void close() {
    instances.close();
  }

  @Test
  void partsReachTheirCallerWhileTheFunctionRuns() throws Exception {
    var opening =
        new Sink() {
          @Override
          public void write(byte[] part) throws IOException {
            super.write(part);
            if (!Files.exists(folder.resolve("go"))) {
              Files.createFile(folder.resolve("go")); // the function sends no more before
            }
          }
        };
    assertThat(call("stream-gated", opening)).isEqualTo("null");
    assertThat(parts).containsExactly("text/x-parts", "one", "two");
  }

  @Test
  void answerIsCollectedForACallerThatWantsItWhole() throws Exception {
    assertThat(call("stream", null)).isEqualTo("\"onetwo\"");
  }

  @Test
  void answerThatComesWholeIsTheOutput() throws Exception {
    assertThat(call("echo", new Sink())).isEqualTo("{\"do\": \"echo\"}");
    assertThat(parts).isEmpty();
  }

  @Test
  void errorAfterTheFirstPartIsReportedFromTheTrailers() {
    assertThatThrownBy(() -> call("stream-fail", new Sink()))
        .isInstanceOfSatisfying(
            FunctionError.class, error -> assertThat(error.summary()).isEqualTo("Bad: too late"));
    assertThat(parts).containsExactly("text/x-parts", "one");
    assertThatThrownBy(() -> call("stream-fail", null)).hasMessage("too late");
  }

  @Test
  void brokenAnswerIsAnError() throws Exception {
    assertThatThrownBy(() -> call("stream-break", new Sink()))
        .isInstanceOfSatisfying(
            FunctionError.class,
            error -> assertThat(error.errorType()).isEqualTo("Runtime.TruncatedResponse"));
    assertThat(call("echo", new Sink())).contains("echo");
  }

  @Test
  void callerThatGoesAwayLeavesTheFunctionRunning() throws Exception {
    var gone =
        new Sink() {
          @Override
          public void write(byte[] part) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThat(call("stream", gone)).isEqualTo("null");
  }

  @Test
  void unknownModeIsAnError() {
    assertThatThrownBy(() -> call("stream-oddly", null))
        .hasMessageContaining("must be streaming, not sideways");
  }

  @Test
  void slowReaderHoldsTheClientBack() throws Exception {
    var valve = new TestValve();
    var flight =
        new Flight(
            new Invocation("1", 0, "arn", "Root=1", null, Json.of("{}")),
            new CallOptions(null, null, new Sink(), null));
    var answer =
        new StreamedAnswer(
            InstanceTest.instance(new Line(), 1), flight, new Errors(JsonMapper.shared()), valve);
    for (int i = 0; i < 20; i++) {
      answer.part(new byte[100_000]);
    }
    assertThat(valve.open).isFalse();
    flight.succeed(Json.of("null"));
    flight.await();
    assertThat(valve.open).isTrue();
  }

  private String call(String what, ResponseSink sink) throws Exception {
    var event = Json.of("{\"do\": \"%s\"}".formatted(what));
    var options = new CallOptions(null, null, sink, null);
    return instances.call("call-1", Instant.now().plusSeconds(60), event, options).toString();
  }

  private class Sink implements ResponseSink {
    @Override
    public void begin(String contentType) {
      parts.add(contentType);
    }

    @Override
    public void write(byte[] part) throws IOException {
      parts.add(new String(part, UTF_8));
    }
  }

  private static final class TestValve implements Valve {
    private boolean open = true;

    @Override
    public void close() {
      open = false;
    }

    @Override
    public void open() {
      open = true;
    }
  }
}
