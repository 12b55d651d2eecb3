package io.longhaul.lambda.queueevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import io.longhaul.json.StrictJson;
import io.longhaul.testing.QueueEventFixtures;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BatchAnswerTest {

  private static final JsonMapper MAPPER = StrictJson.newMapper();
  private static final String SAMPLE = "059f36b4-87a3-44ab-83d2-661975830a7d";
  private static final List<String> IDS = List.of("a", SAMPLE, "c");

  @Test
  void messagesThatAreNamedComeAgain() {
    assertThat(again(QueueEventFixtures.SQS_BATCH_RESPONSE.json())).containsExactly(SAMPLE);
    assertThat(again(failures("\"c\"", "\"a\"", "\"c\""))).containsExactlyInAnyOrder("a", "c");
  }

  /** AWS: an empty or null list, an empty or null answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"batchItemFailures\":[]}",
        "{\"batchItemFailures\":null}",
        "{}",
        "null",
        "{\"statusCode\":200}",
        "\"Successfully processed 3 messages.\"",
        "[]",
        "7"
      })
  void answerWithoutFailuresIsDone(String answer) {
    assertThat(again(answer)).isEmpty();
  }

  /** AWS: an invalid answer, an empty or null identifier, one under another name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":",
        "{\"batchItemFailures\":\"a\"}",
        "{\"batchItemFailures\":{\"itemIdentifier\":\"a\"}}",
        "{\"batchItemFailures\":[\"a\"]}",
        "{\"batchItemFailures\":[null]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":1}]}",
        "{\"batchItemFailures\":[{\"messageId\":\"a\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"unknown\"}]}"
      })
  void answerThatCannotBeReadBringsAllAgain(String answer) {
    assertThat(again(answer)).containsExactlyInAnyOrderElementsOf(IDS);
  }

  private static Set<String> again(String answer) {
    return BatchAnswer.again(IDS, Json.of(answer), MAPPER);
  }

  private static String failures(String... ids) {
    var items = List.of(ids).stream().map(id -> "{\"itemIdentifier\":" + id + "}").toList();
    return "{\"batchItemFailures\":" + items + "}";
  }
}
