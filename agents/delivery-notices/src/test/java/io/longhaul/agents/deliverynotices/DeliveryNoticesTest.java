package io.longhaul.agents.deliverynotices;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryNoticesTest {

  @TempDir private Path folder;
  private final List<String> log = new ArrayList<>();
  private DeliveryNotices function;

  @BeforeEach
  void make() {
    function = new DeliveryNotices(folder.resolve("notices"));
  }

  @Test
  void noticesAreImportedAFileEach() throws IOException {
    assertThat(failures(notice("DN-1", 4), notice("DN-2", 5))).isEmpty();
    assertThat(folder.resolve("notices"))
        .isDirectoryNotContaining(file -> !file.toString().endsWith(".json"));
    assertThat(folder.resolve("notices/DN-2.json"))
        .content()
        .isEqualTo(
            "{\"number\":\"DN-2\",\"order\":\"PO-1\",\"delivered\":\"2026-03-02\","
                + "\"lines\":[{\"sku\":\"BOLT\",\"quantity\":5}]}");
  }

  @Test
  void noticeThatComesTwiceIsImportedOnce() throws IOException {
    assertThat(failures(notice("DN-1", 4))).isEmpty();
    assertThat(failures(notice("DN-1", 4))).isEmpty();
    assertThat(log).last().isEqualTo("notice DN-1 was imported before");
    try (var files = Files.list(folder.resolve("notices"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void onlyWhatFailedIsReported() {
    assertThat(failures(notice("DN-1", 4), "no JSON", notice("DN-2", 0), notice("DN-3", 1)))
        .containsExactly("m1", "m2");
    assertThat(log).anyMatch(line -> line.contains("message m2 failed: quantity: found 0"));
  }

  @Test
  void sampleHasOneNoticeThatCannotBeImported() throws IOException {
    var lines = Files.readAllLines(Path.of("sample/notices.jsonl"));
    assertThat(failures(lines.toArray(String[]::new))).containsExactly("m1");
  }

  @Test
  void otherNoticeOfTheSameNumberIsReported() {
    assertThat(failures(notice("DN-1", 4), notice("DN-1", 5))).containsExactly("m1");
  }

  @Test
  void folderThatCannotBeWrittenFailsItsMessagesAndNothingElse() throws IOException {
    Files.writeString(folder.resolve("notices"), "in the way");
    assertThat(failures(notice("DN-1", 4))).containsExactly("m0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"number\":\"../DN\"}",
        "{\"number\":\"DN-1\",\"order\":\"PO\",\"delivered\":\"2026-03-02\",\"lines\":[]}",
        "{\"number\":\"DN-1\",\"order\":\"PO\",\"delivered\":\"2026-03-02\",\"lines\":[{}]}",
        "{\"number\":\"DN-1\",\"order\":\"PO\",\"delivered\":\"2 March\",\"lines\":[{\"sku\":\"A\",\"quantity\":1}]}",
        "{\"number\":\"DN-1\",\"order\":\"PO\",\"delivered\":\"2026-03-02\",\"lines\":[{\"sku\":\"A\",\"quantity\":1.5}]}",
        "{\"number\":\"DN-1\",\"delivered\":\"2026-03-02\",\"lines\":[{\"sku\":\"A\",\"quantity\":1}]}"
      })
  void whatIsNoNoticeIsReported(String body) {
    assertThat(failures(body)).containsExactly("m0");
  }

  private List<String> failures(String... bodies) {
    var messages = new ArrayList<SQSEvent.SQSMessage>();
    for (var body : bodies) {
      var message = new SQSEvent.SQSMessage();
      message.setMessageId("m" + messages.size());
      message.setBody(body);
      messages.add(message);
    }
    var event = new SQSEvent();
    event.setRecords(messages);
    return function.handleRequest(event, new LoggingContext(log)).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static String notice(String number, int quantity) {
    return """
    {"number":"%s","order":"PO-1","delivered":"2026-03-02","lines":[{"sku":"BOLT","quantity":%d}]}\
    """
        .formatted(number, quantity);
  }

  /** Keeps what is logged. */
  private record LoggingContext(List<String> lines) implements Context, LambdaLogger {

    @Override
    public void log(String message) {
      lines.add(message);
    }

    @Override
    public void log(byte[] message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public LambdaLogger getLogger() {
      return this;
    }

    @Override
    public String getAwsRequestId() {
      return "id";
    }

    @Override
    public String getLogGroupName() {
      return "group";
    }

    @Override
    public String getLogStreamName() {
      return "stream";
    }

    @Override
    public String getFunctionName() {
      return "delivery-notices";
    }

    @Override
    public String getFunctionVersion() {
      return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn";
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 1000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 128;
    }
  }
}
