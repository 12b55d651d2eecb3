package io.longhaul.access.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.agent.Secret;
import io.longhaul.config.AccessKey;
import io.longhaul.endpoints.RunningService;
import io.longhaul.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed calls on the wire. */
class SignaturesTest {

  private static final AccessKey KEY = new AccessKey(SignedCall.ID, SignedCall.SECRET);

  private final TestClock clock = new TestClock();
  private final AtomicReference<List<AccessKey>> keys = new AtomicReference<>(List.of(KEY));
  private final RunningService service =
      new RunningService.Builder().signed(keys::get).clock(clock).start();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void signedCallIsLetIn() throws IOException {
    assertLetIn(execute());
    assertLetIn(execute().withContentHash());
    assertLetIn(new SignedCall(service.port(), "GET", "/jobs?limit=1&state=failed", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/%2d/jobs", "/jobs/a%20b%2Bc", "/./jobs", "//jobs", "/jobs?state=f%61iled"})
  void whatIsSignedIsThePathAndQueryAsSent(String target) throws IOException {
    var answer = new SignedCall(service.port(), "GET", target, "").signed(clock.instant()).answer();
    assertThat(answer).doesNotContain("signature");
  }

  @Test
  void bytesOfHeadersAreSignedAsTheyCame() throws IOException {
    var call = execute();
    call.headers.put("x-note", latin("ü ü")); // a character for each byte, as servers read it
    call.signed(clock.instant());
    call.headers.put("x-note", "  ü   ü ");
    assertThat(call.answer()).startsWith("HTTP/1.1 200");
  }

  @Test
  void unsignedCallIsAskedForASignature() throws Exception {
    var answer = service.get("/jobs");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("missing-signature");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("AWS4-HMAC-SHA256");
    assertThat(service.get("/jobs", "Authorization", "Bearer x").body())
        .contains("missing-signature");
    assertThat(service.get("/status").statusCode()).isEqualTo(200);
  }

  @Test
  void presignedUrlsAreToldApart() throws Exception {
    assertThat(service.get("/jobs?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00").body())
        .contains("missing-signature", "presigned URLs");
  }

  @Test
  void otherSecretIsRefused() throws IOException {
    var call = execute();
    call.secret = new Secret("other");
    assertRefused(call, "invalid-signature", "does not match");
  }

  @Test
  void otherKeyIsRefused() throws IOException {
    var call = execute();
    call.id = "AKIDOTHER";
    assertRefused(call, "unknown-access-key", "SIGV4_KEYS");
  }

  @Test
  void credentialsOfARoleAreRefusedWithTheReason() throws IOException {
    var call = execute();
    call.headers.put("x-amz-security-token", "AQoDYXdzEPT");
    assertRefused(call, "unknown-access-key", "cannot be verified outside AWS");
  }

  @Test
  void replayIsRefusedOnceTheSignatureIsTooOld() throws IOException {
    var call = execute().signed(clock.instant());
    clock.advance(SigningTime.TOLERANCE);
    assertThat(call.answer()).startsWith("HTTP/1.1 200");
    clock.advance(Duration.ofSeconds(2));
    // SDKs set their clocks by the Date of such an answer
    assertThat(call.answer())
        .startsWith("HTTP/1.1 401")
        .contains("Date: ", "Signature expired: ", "5 min.)");
  }

  @Test
  void signatureOfTheFutureIsRefused() throws IOException {
    var call = execute().signed(clock.instant().plus(Duration.ofMinutes(6)));
    assertThat(call.answer()).contains("Signature not yet current: ", "5 min.)");
  }

  @Test
  void changedBodyIsRefusedWhoeverHashedIt() throws IOException {
    for (var call : List.of(execute(), execute().withContentHash())) {
      call.sent = call.sent.replace("hello", "hallo");
      assertRefused(call, "invalid-signature", "");
    }
  }

  @Test
  void changedBodyIsRefusedWhereNobodyReadsIt() throws IOException {
    var call = new SignedCall(service.port(), "DELETE", "/jobs/x", "").withContentHash();
    call.sent = "more";
    assertRefused(call, "invalid-signature", "x-amz-content-sha256");
  }

  @Test
  void bodiesKeepTheirLimit() throws IOException {
    var body = "\"" + "x".repeat(70_000) + "\"";
    for (var call :
        List.of(
            new SignedCall(service.port(), "POST", "/execute", body),
            new SignedCall(service.port(), "POST", "/execute", body).withContentHash())) {
      assertThat(call.signed(clock.instant()).answer()).startsWith("HTTP/1.1 413");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"})
  void bodyThatIsNotSignedIsRefused(String hash) throws IOException {
    var call = execute();
    call.headers.put("x-amz-content-sha256", hash);
    assertRefused(call, "incomplete-signature", "UNSIGNED-PAYLOAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-invocation-type", "x-amz-target"})
  void amzHeaderThatIsNotSignedIsRefused(String name) throws IOException {
    var call = execute().signed(clock.instant());
    call.headers.put(name, "Event");
    assertThat(call.answer()).contains("incomplete-signature", name + " must be signed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SignedHeaders=host;x-amz-date | SignedHeaders=x-amz-date | host must be signed",
        "SignedHeaders=host;x-amz-date | SignedHeaders=host | x-amz-date must be signed",
        "SignedHeaders=host;x-amz-date | SignedHeaders=x-amz-date;host | must be sorted",
        "SignedHeaders=host; | SignedHeaders=host;x-absent; | absent is signed, and was not sent",
        "Signature= | Signatur= | must be one",
        "/lambda/ | /s3/ | it is scoped to s3",
        "/eu-central | /eu_central | must be one",
        "AKIDTEST/2 | AKIDTEST/1 | Date in Credential scope does not match",
      })
  void incompleteProofIsRefusedWithTheReason(String right, String wrong, String reason)
      throws IOException {
    var call = execute().signed(clock.instant());
    call.headers.computeIfPresent("authorization", (_, value) -> value.replace(right, wrong));
    assertThat(call.answer()).startsWith("HTTP/1.1 401").contains("incomplete-signature", reason);
  }

  @Test
  void keysRotateWhileItRuns() throws IOException {
    var fresh = new Secret("fresh");
    keys.set(List.of(KEY, new AccessKey(SignedCall.ID, fresh), new AccessKey("AKIDNEW", fresh)));
    assertLetIn(execute());
    for (String id : List.of(SignedCall.ID, "AKIDNEW")) {
      var call = execute();
      call.id = id;
      call.secret = fresh;
      assertLetIn(call);
    }
    keys.set(List.of(new AccessKey("AKIDNEW", fresh)));
    assertRefused(execute(), "unknown-access-key", "");
  }

  @Test
  void openApiSaysHowToSign() throws IOException {
    var call = new SignedCall(service.port(), "GET", "/openapi.json", "");
    assertThat(call.signed(clock.instant()).answer())
        .contains(
            "\"x-amazon-apigateway-authtype\":\"awsSigv4\"",
            "urn:longhaul:problem:invalid-signature");
  }

  private SignedCall execute() {
    return SignedCall.execute(service.port());
  }

  private void assertLetIn(SignedCall call) throws IOException {
    assertThat(call.signed(clock.instant()).answer()).startsWith("HTTP/1.1 200");
  }

  private void assertRefused(SignedCall call, String type, String reason) throws IOException {
    assertThat(call.signed(clock.instant()).answer())
        .startsWith("HTTP/1.1 401")
        .contains("urn:longhaul:problem:" + type, reason)
        .doesNotContain(SignedCall.SECRET.reveal());
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
