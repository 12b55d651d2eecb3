package io.longhaul.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.TestShell;
import io.longhaul.cli.api.FakeService;
import io.longhaul.cli.shell.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SendCommandTest {

  private static final String TRIGGERS =
      """
      triggers:
        - sqs: {queue: incoming}
        - s3: {bucket: uploads, prefix: invoices/}
        - s3: {bucket: scans}
        - schedule: {cron: "0 6 * * ? *", input: {full: true}}
      """;

  @TempDir private Path folder;
  private TestCheckout checkout;
  private TestShell shell;
  private FakeService service;

  @BeforeEach
  void start() throws IOException {
    checkout = TestCheckout.in(folder);
    checkout.write("agents/echo/agent.yaml", TestCheckout.MANIFEST + TRIGGERS);
    shell = new TestShell(checkout.root());
    service = new FakeService();
    checkout.running(service.url());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void messagesThatAreDoneAreToldAndEndWithZero() throws IOException {
    checkout.write("m.jsonl", "{\"n\": 1}\n{\"n\": 2}\n");
    assertThat(shell.type("send", "echo", "--sqs", "m.jsonl")).as(() -> shell.err()).isZero();
    assertThat(shell.out().lines()).hasSize(3).filteredOn(line -> line.contains("done")).hasSize(2);
    assertThat(event("sqs").path("Records")).hasSize(2);
  }

  @Test
  void onlyWhatFailedComesAgainUntilItIsDone() throws IOException {
    checkout.write("m.jsonl", "{\"fail\": 1}\n{\"n\": 2}\n");
    assertThat(shell.type("send", "echo", "--sqs", "m.jsonl", "--json")).isZero();
    assertThat(service.deliveries()).hasSize(2);
    var second = service.deliveries().get(1).event().path("Records");
    assertThat(second).hasSize(1);
    assertThat(second.path(0).path("attributes").path("ApproximateReceiveCount").stringValue())
        .isEqualTo("2");
    var messages = Output.JSON.readTree(shell.out()).path("messages");
    assertThat(messages.path(0).path("receives").intValue()).isEqualTo(2);
    assertThat(messages.path(0).path("state").stringValue()).isEqualTo("done");
    assertThat(messages.path(1).path("receives").intValue()).isEqualTo(1);
    assertThat(messages.path(1).path("execution_id").stringValue()).isEqualTo("job-0");
  }

  @Test
  void messageThatIsLeftEndsWithOne() throws IOException {
    checkout.write("m.txt", "{\"fail\": 9}");
    assertThat(shell.type("send", "echo", "--sqs", "m.txt", "--receives", "2")).isEqualTo(1);
    assertThat(service.deliveries()).hasSize(2);
    assertThat(shell.out()).contains("failed", "it broke");
    assertThat(shell.err()).contains("1 failed; receive 2 of 2");
  }

  @Test
  void fileIsToldOfAsAnObjectOfTheTriggersBucket() throws IOException {
    checkout.write("local/my invoice.pdf", "Hello");
    assertThat(shell.type("send", "echo", "--s3", "local/my invoice.pdf")).isZero();
    assertThat(event("s3"))
        .isEqualTo(
            Output.JSON.readTree(
                """
                {"Records":[{"s3":{"bucket":{"name":"uploads"},"object":{
                  "key":"invoices/my+invoice.pdf","size":5,
                  "eTag":"8b1a9953c4611296a827abf8c47804d7"}}}]}\
                """));
    shell.type("send", "echo", "--s3", "local/my invoice.pdf", "--trigger", "2");
    assertThat(service.deliveries().getLast().event().toString())
        .contains("\"scans\"", "\"my+invoice.pdf\"");
    assertThat(service.deliveries().getLast().query()).isEqualTo("trigger=2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--s3     | {\"Records\":[{\"s3\":{}}]} | {\"Records\":[{\"s3\":{}}]}",
        "--sns    | Hello                     | {\"Records\":[{\"Sns\":{\"Message\":\"Hello\"}}]}",
        "--sns    | {\"Records\":[{}]}        | {\"Records\":[{}]}",
        "--events | {\"id\":7}                | {\"detail\":{\"id\":7}}",
        "--events | {\"source\":\"shop\"}     | {\"source\":\"shop\"}",
        "--schedule | {\"full\":false}        | {\"full\":false}",
      })
  void fileBecomesTheEvent(String option, String text, String event) throws IOException {
    checkout.write("file", text);
    assertThat(shell.type("send", "echo", option, "file")).isZero();
    assertThat(event(option.substring(2))).isEqualTo(Output.JSON.readTree(event));
  }

  @Test
  void scheduleNeedsNoFileAndStandardInputIsTaken() {
    assertThat(shell.type("send", "echo", "--schedule")).isZero();
    assertThat(event("schedule").isEmpty()).isTrue();
    assertThat(shell.type("send", "echo", "--events", "-")).isZero();
    assertThat(event("events").path("detail").path("from").stringValue()).isEqualTo("stdin");
  }

  @Test
  void asyncPrintsTheJobs() throws IOException {
    checkout.write("m.txt", "Hello");
    assertThat(shell.type("send", "echo", "--sqs", "m.txt", "--async")).isZero();
    assertThat(shell.out()).contains("job-0");
    assertThat(service.deliveries().getFirst().async()).isTrue();
  }

  @Test
  void asyncNeedsAServiceThatStays() throws IOException {
    checkout.write(".longhaul/echo/service.json", "{}");
    assertThat(shell.type("send", "echo", "--schedule", "--async")).isEqualTo(5);
    assertThat(shell.err()).contains("longhaul run echo");
  }

  @Test
  void whatTheServiceRefusesEndsWithTwo() throws IOException {
    checkout.write("m.txt", "nonsense");
    assertThat(shell.type("send", "echo", "--sqs", "m.txt")).isEqualTo(2);
    assertThat(shell.err()).contains("no trigger takes it");
  }

  @ParameterizedTest
  @CsvSource({
    "--sqs no-such-file, 4, cannot read no-such-file",
    "--s3 -, 2, standard input has no name",
    "--sqs - --sns -, 2, mutually exclusive",
    "--schedule --receives 0, 2, expected 1 or more"
  })
  void whatCannotBeSentIsRefused(String words, int code, String message) {
    var line = new ArrayList<>(List.of("send", "echo"));
    line.addAll(List.of(words.split(" ", -1)));
    assertThat(shell.type(line.toArray(String[]::new))).isEqualTo(code);
    assertThat(shell.err()).contains(message);
  }

  private JsonNode event(String source) {
    var last = service.deliveries().getLast();
    assertThat(last.source()).isEqualTo(source);
    return last.event();
  }
}
