package io.longhaul.lambda.queueevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.agent.AgentContext;
import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.json.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The attempts of a job that holds a batch. */
class BatchHandlerTest {

  private static final JsonMapper MAPPER = StrictJson.newMapper();

  private static final Json BATCH =
      StoredBatch.of(
          Json.of(
              """
              {"Records":[
                {"messageId":"a","body":"1","attributes":{"ApproximateReceiveCount":"2"}},
                {"messageId":"b","body":"2","attributes":{"ApproximateReceiveCount":"2"}},
                {"messageId":"c","body":"3"}]}\
              """));

  private final List<String> seen = new ArrayList<>();
  private final Job job = new Job();
  private String answer = "null";
  private final Handler handler = new BatchHandler(new Function(), MAPPER);

  @Test
  void onlyWhatFailedIsRunAgainAndItsReceiveCountGrows() throws Exception {
    answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"c\"}]}";
    assertThatThrownBy(() -> attempt(1))
        .isInstanceOf(FunctionError.class)
        .hasMessage("2 of 3 messages failed: b, c");
    answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}";
    assertThatThrownBy(() -> attempt(2)).hasMessage("1 of 2 messages failed: b");
    answer = "{\"batchItemFailures\":[]}";
    assertThat(attempt(3)).isEqualTo(Json.of(answer));
    assertThat(seen).containsExactly("a2 b2 c-", "b3 c-", "b4");
  }

  @Test
  void exceptionBringsAllAgain() throws Exception {
    answer = "!";
    assertThatThrownBy(() -> attempt(1)).hasMessage("no luck");
    answer = "null";
    attempt(2);
    assertThat(seen).containsExactly("a2 b2 c-", "a3 b3 c-");
  }

  @Test
  void everyOtherInputPassesAsItIs() throws Exception {
    var input = Json.of("{\"Records\":[{\"messageId\":\"x\"}]}");
    handler.bind(input).run(job.attempt(2));
    assertThat(seen).containsExactly("x-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"longhaul:batch\":",
        "{\"longhaul:batch\":{\"Records\":[1]}}",
        "{\"longhaul:batch\":{\"Records\":[}}"
      })
  void envelopeThatHoldsNoBatchIsMalformed(String input) {
    assertThatThrownBy(() -> handler.bind(Json.of(input))).isInstanceOf(MalformedInput.class);
  }

  private Json attempt(int number) throws Exception {
    return handler.bind(BATCH).run(job.attempt(number));
  }

  /** Notes the messages and their receive counts, and answers what it is told to. */
  private final class Function implements Handler {

    @Override
    public Call bind(Json input) {
      if (input.utf8()[input.utf8().length - 1] != '}') {
        throw new MalformedInput("no JSON");
      }
      return _ -> {
        var records = MAPPER.readTree(input.utf8()).path("Records").valueStream();
        seen.add(
            String.join(
                " ",
                records
                    .map(r ->
                        r.path("messageId").asString("")
                            + r.path("attributes").path("ApproximateReceiveCount").asString("-"))
                    .toList()));
        if (answer.equals("!")) {
          throw new IllegalStateException("no luck");
        }
        return Json.of(answer);
      };
    }

    @Override
    public void close() {}
  }

  /** Keeps the checkpoint between attempts, as JSON. */
  private static final class Job {

    private byte @Nullable [] checkpoint;

    AgentContext attempt(int number) {
      return new AgentContext() {
        @Override
        public String executionId() {
          return "id";
        }

        @Override
        public int attempt() {
          return number;
        }

        @Override
        public Instant deadline() {
          return Instant.MAX;
        }

        @Override
        public void progress(double fraction, String message) {}

        @Override
        public void checkpoint(Object value) {
          checkpoint = MAPPER.writeValueAsBytes(value);
        }

        @Override
        public <T> Optional<T> lastCheckpoint(Class<T> type) {
          return Optional.ofNullable(checkpoint).map(bytes -> MAPPER.readValue(bytes, type));
        }

        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public boolean draining() {
          return false;
        }
      };
    }
  }
}
