package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** A caller that uses AWS's SDK and knows nothing of this product. */
class LambdaSdkTest {

  @TempDir static Path folder;

  private static Service service;
  private static LambdaClient lambda;

  @BeforeAll
  static void start() throws Exception {
    service =
        AgentFolder.of(folder, "function-name: Greeter_prod", "http: {max-body: 1KB}").start();
    lambda =
        LambdaClient.builder()
            .endpointOverride(URI.create(service.url()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .build();
  }

  @AfterAll
  static void stop() {
    lambda.close();
    service.close();
  }

  @Test
  void invokeReadsTheAnswer() {
    var answer = invoke("Greeter_prod", "{\"name\":\"World\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.payload().asUtf8String()).isEqualTo("{\"greeting\":\"Hello World\"}");
    assertThat(answer.executedVersion()).isEqualTo("$LATEST");
    assertThat(answer.functionError()).isNull();
    assertThat(answer.responseMetadata().requestId()).hasSize(36);
  }

  @Test
  void functionErrorIsNoException() {
    var answer =
        invoke(
            "arn:aws:lambda:us-east-1:123456789012:function:Greeter_prod:live",
            "{\"name\":\"broken\"}");
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String()).contains("\"errorMessage\":\"broken on purpose\"");
  }

  @Test
  void eventIsAccepted() {
    assertThat(invoke(InvocationType.EVENT).statusCode()).isEqualTo(202);
  }

  @Test
  void dryRunIsAllowed() {
    var answer = invoke(InvocationType.DRY_RUN);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.responseMetadata().requestId()).hasSize(36);
  }

  @Test
  void serviceErrorsAreTheExceptionsThatCallersCatch() {
    assertThatThrownBy(() -> invoke("other", "{}"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(":123456789012:function:other. This service answers to");
    assertThatThrownBy(() -> invoke("greeter", "{"))
        .isInstanceOf(InvalidRequestContentException.class);
    assertThatThrownBy(() -> invoke("greeter", "\"" + "x".repeat(2000) + "\""))
        .isInstanceOf(RequestTooLargeException.class);
  }

  private static InvokeResponse invoke(String name, String payload) {
    return lambda.invoke(call -> call.functionName(name).payload(SdkBytes.fromUtf8String(payload)));
  }

  private static InvokeResponse invoke(InvocationType type) {
    return lambda.invoke(call ->
        call.functionName("greeter")
            .invocationType(type)
            .payload(SdkBytes.fromUtf8String("{\"name\":\"World\"}")));
  }
}
