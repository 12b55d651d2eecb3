package io.longhaul.lambda.invokeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.destinations.Destinations;
import io.longhaul.destinations.RecordRejected;
import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.EventInvocation;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Failure;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobState;
import io.longhaul.jobs.Undeliverable;
import io.longhaul.json.StrictJson;
import io.longhaul.lambda.calls.FunctionArn;
import io.longhaul.manifest.AsyncSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against records that real queues received, as LocalStack's snapshots of AWS keep them. */
final class InvocationRecordsTest {

  private static final ExecutionId ID =
      new ExecutionId(UUID.fromString("e4b46cbf-b738-7111-8880-a18cdf61200e"));
  private static final Instant TIME = Instant.parse("2019-11-14T18:16:05.500Z");
  private static final Failure FAILURE = new Failure("execution-failed", "ValueError: no");

  private final List<String> sent = new ArrayList<>();

  private final Destinations destinations =
      new Destinations() {
        @Override
        public void send(String arn, Json record) {
          if (arn.equals("full")) {
            throw new RecordRejected("full takes no record as large as this one");
          }
          sent.add(arn + " " + record);
        }

        @Override
        public String describe(String arn) {
          return arn;
        }
      };

  private InvocationRecords records(@Nullable String onSuccess, @Nullable String onFailure) {
    return new InvocationRecords(
        FunctionArn.of("my-function", Map.of()),
        new AsyncSettings(Duration.ofHours(6), onSuccess, onFailure),
        destinations,
        new FunctionErrors(Duration.ofMillis(1500)),
        StrictJson.newMapper());
  }

  private final InvocationRecords both = records("done", "failed");

  private static Job job(JobState end, int attempts, @Nullable Failure error) {
    var event = new EventInvocation(TIME, true, true);
    return new Job(
        ID, end, attempts, 0, 3, 0, 1, 1, 1, null, false, null, TIME, TIME, TIME, TIME, null, error,
        event);
  }

  @Test
  void successCarriesInputAndOutputAsTheyAre() {
    var input = Json.of("{\"n\":1.000000000000000000001}");
    both.tell(job(JobState.SUCCEEDED, 2, null), input, Json.of("[ 1 ]"));
    assertThat(sent)
        .containsExactly(
            "done {\"version\":\"1.0\",\"timestamp\":\"2019-11-14T18:16:05.500Z\","
                + "\"requestContext\":{\"requestId\":\"e4b46cbf-b738-7111-8880-a18cdf61200e\","
                + "\"functionArn\":\"arn:aws:lambda:us-east-1:123456789012:function:my-function:$LATEST\","
                + "\"condition\":\"Success\",\"approximateInvokeCount\":2},"
                + "\"requestPayload\":{\"n\":1.000000000000000000001},"
                + "\"responseContext\":{\"statusCode\":200,\"executedVersion\":\"$LATEST\"},"
                + "\"responsePayload\":[ 1 ]}");
  }

  @Test
  void failureCarriesTheLastReport() {
    both.tell(job(JobState.FAILED, 3, FAILURE), Json.of("1"), Json.of("{\"errorType\":\"E\"}"));
    assertThat(sent.getFirst())
        .startsWith("failed {")
        .contains("\"condition\":\"RetriesExhausted\",\"approximateInvokeCount\":3}")
        .endsWith(
            "\"responseContext\":{\"statusCode\":200,\"executedVersion\":\"$LATEST\","
                + "\"functionError\":\"Unhandled\"},\"responsePayload\":{\"errorType\":\"E\"}}");
  }

  @Test
  void eventGivenUpForItsAgeSaysSo() {
    var aged = new Failure(Failure.EVENT_AGE_EXCEEDED, "too old");
    both.tell(job(JobState.FAILED, 0, aged), Json.of("1"), null);
    assertThat(sent.getFirst())
        .contains("\"condition\":\"EventAgeExceeded\",\"approximateInvokeCount\":0}")
        .endsWith("\"requestPayload\":1}");
  }

  @Test
  void answerThatIsNoJsonIsAText() {
    both.tell(job(JobState.SUCCEEDED, 1, null), Json.of("1"), Json.of("<html>\"\n"));
    assertThat(sent.getFirst()).endsWith("\"responsePayload\":\"<html>\\\"\\n\"}");
  }

  @Test
  void onlyEndsWithADestinationAreAwaited() {
    assertThat(JobState.values())
        .filteredOn(both::awaited)
        .containsExactly(JobState.SUCCEEDED, JobState.FAILED);
    assertThat(JobState.values())
        .filteredOn(records(null, "failed")::awaited)
        .containsExactly(JobState.FAILED);
  }

  @Test
  void endWhoseDestinationLeftTheManifestIsToldToNobody() {
    records(null, null).tell(job(JobState.FAILED, 3, FAILURE), Json.of("1"), null);
    assertThat(sent).isEmpty();
  }

  @Test
  void recordThatItsDestinationRejectsIsNotToldAgain() {
    var ended = job(JobState.FAILED, 3, FAILURE);
    assertThatThrownBy(() -> records(null, "full").tell(ended, Json.of("1"), null))
        .isInstanceOf(Undeliverable.class)
        .hasMessage("full takes no record as large as this one");
  }

  @Test
  void reportIsTheFunctionsOwnOrWhatLambdaWouldHaveWritten() {
    var own = new FunctionError("ValueError", "no", Json.of("{\"stackTrace\":[]}"));
    assertThat(report(FAILURE, own)).isEqualTo("{\"stackTrace\":[]}");
    assertThat(report(FAILURE, new IllegalStateException("no")))
        .isEqualTo("{\"errorType\":\"java.lang.IllegalStateException\",\"errorMessage\":\"no\"}");
    assertThat(report(new Failure("timeout", "late"), null))
        .isEqualTo(
            "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: "
                + ID
                + " Error: Task timed out after 1.50 seconds\"}");
  }

  private String report(Failure failure, @Nullable Throwable cause) {
    return both.report(new Answer.Failed(ID, failure, cause)).toString();
  }
}
