package io.longhaul.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello",
        "two lines\nof text",
        "{\"a\": 1}",
        "{\"body\": \"is a field of mine\"}",
        "[1, 2]",
        "[{\"body\": \"one\"}, {\"other\": 2}]",
        "[]",
        "7",
        "{\"a\":\n 1}"
      })
  void anythingElseIsOneMessage(String text) {
    assertThat(bodies(text + "\n")).containsExactly(text);
  }

  @Test
  void linesOfJsonAreAMessageEach() {
    assertThat(bodies("{\"a\": 1}\n\n{\"a\": 2}\n\"three\"\n"))
        .containsExactly("{\"a\": 1}", "{\"a\": 2}", "\"three\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"body\": \"one\"}, {\"body\": \"two\", \"messageId\": \"m2\"}]",
        "{\"Records\": [{\"body\": \"one\"}, {\"body\": \"two\", \"messageId\": \"m2\"}]}",
        "{\"body\": \"one\", \"eventSource\": \"aws:sqs\"}\n{\"body\": \"two\", \"messageId\": \"m2\"}"
      })
  void messagesAsAwsWritesThemAreTakenAsTheyAre(String text) {
    assertThat(bodies(text)).containsExactly("one", "two");
    var records = new Messages(text).event().path("Records");
    assertThat(records.path(0).path("messageId").stringValue()).hasSize(36);
    assertThat(records.path(1).path("messageId").stringValue()).isEqualTo("m2");
  }

  private static List<String> bodies(String text) {
    return new Messages(text)
        .event()
        .path("Records")
        .valueStream()
        .map(record -> record.path("body").stringValue())
        .toList();
  }
}
