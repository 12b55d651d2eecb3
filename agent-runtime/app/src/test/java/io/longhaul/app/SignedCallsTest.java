package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** Callers that sign with AWS's own clients, as they do for Lambda. */
class SignedCallsTest {

  private static final String WORLD = "{\"name\":\"W\u00f6rld\"}";
  private static final AwsBasicCredentials GOOD =
      AwsBasicCredentials.create("AKIDGOOD", "s3/cr+et");
  private static final String PYTHON =
      """
      import boto3, botocore, json, sys
      def call(key, secret, token=None, name="greeter", **more):
          client = boto3.client("lambda", endpoint_url=sys.argv[1], region_name="eu-west-1",
              aws_access_key_id=key, aws_secret_access_key=secret, aws_session_token=token, **more)
          try:
              answer = client.invoke(FunctionName=name, Payload=json.dumps({"name": "Wörld"}))
              return json.loads(answer["Payload"].read())["greeting"]
          except botocore.exceptions.ClientError as e:
              error = e.response["Error"]
              return error["Code"] + ": " + error["Message"].split(":")[0]
      print(call("AKIDGOOD", "s3/cr+et"))
      print(call("AKIDGOOD", "s3/cr+et",
          name="arn:aws:lambda:eu-west-1:123456789012:function:greeter:live"))
      print(call("AKIDGOOD", "wrong"))
      print(call("AKIDOTHER", "s3/cr+et"))
      print(call("AKIDGOOD", "s3/cr+et", "token"))
      print(call("x", "y", config=botocore.config.Config(signature_version=botocore.UNSIGNED)))
      from botocore import auth
      auth.get_current_datetime = lambda **_: __import__("datetime").datetime(2020, 1, 2, 3, 4, 5)
      print(call("AKIDGOOD", "s3/cr+et"))
      """;

  @TempDir static Path folder;

  private static Service service;

  @BeforeAll
  static void start() throws Exception {
    service =
        AgentFolder.of(folder, "access: {auth: sigv4}")
            .start(Map.of("SIGV4_KEYS", "AKIDGOOD:s3/cr+et"), "--access", "sigv4");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void javaSdkIsLetIn() {
    assertThat(invoke(GOOD, "greeter").payload().asUtf8String()).contains("Hello W\u00f6rld");
    assertThat(
            invoke(GOOD, "arn:aws:lambda:eu-west-1:123456789012:function:greeter:live")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void javaSdkRaisesWhatItRaisesOnAws() {
    assertRefused(AwsBasicCredentials.create("AKIDGOOD", "wrong"), "InvalidSignatureException");
    assertRefused(AwsBasicCredentials.create("AKIDOTHER", "x"), "UnrecognizedClientException");
    assertRefused(
        AwsSessionCredentials.create("AKIDGOOD", "s3/cr+et", "token"),
        "UnrecognizedClientException");
    try (var client = client(AnonymousCredentialsProvider.create())) {
      assertThatThrownBy(() -> invoke(client, "greeter"))
          .satisfies(thrown -> assertThat(code(thrown)).startsWith("MissingAuthentication"));
    }
  }

  @Test
  void boto3IsLetInOrRaisesWhatItRaisesOnAws() throws Exception {
    var runtime = System.getenv("LONGHAUL_TEST_PYTHON");
    assumeThat(runtime)
        .as(
            "skipped: LONGHAUL_TEST_PYTHON names no virtual environment with boto3; .ci/run makes one")
        .isNotNull();
    assertThat(python(Path.of(runtime)))
        .containsExactly(
            "Hello W\u00f6rld",
            "Hello W\u00f6rld",
            "InvalidSignatureException: The request signature we calculated does not match the"
                + " signature you provided. Check the secret of your access key, and that nothing"
                + " changed the call on its way.",
            "UnrecognizedClientException: The security token included in the request is invalid",
            "UnrecognizedClientException: The security token included in the request is invalid",
            "MissingAuthenticationTokenException: This call needs a signature (AWS Signature"
                + " Version 4) in the header Authorization, by a key of this service.",
            "InvalidSignatureException: Signature expired");
  }

  private static String[] python(Path runtime) throws IOException, InterruptedException {
    var script = Files.writeString(folder.resolve("caller.py"), PYTHON);
    var process =
        new ProcessBuilder(
                runtime.resolve("bin/python").toString(),
                "-X",
                "utf8",
                script.toString(),
                service.url())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output.lines().toArray(String[]::new);
  }

  private static void assertRefused(AwsCredentials credentials, String code) {
    assertThatThrownBy(() -> invoke(credentials, "greeter"))
        .satisfies(thrown -> {
          assertThat(code(thrown)).isEqualTo(code);
          assertThat(((LambdaException) thrown).statusCode()).isEqualTo(403);
        });
  }

  private static String code(Throwable thrown) {
    return ((LambdaException) thrown).awsErrorDetails().errorCode();
  }

  private static InvokeResponse invoke(AwsCredentials credentials, String name) {
    try (var client = client(StaticCredentialsProvider.create(credentials))) {
      return invoke(client, name);
    }
  }

  private static InvokeResponse invoke(LambdaClient client, String name) {
    return client.invoke(call -> call.functionName(name).payload(SdkBytes.fromUtf8String(WORLD)));
  }

  private static LambdaClient client(AwsCredentialsProvider credentials) {
    return builder(credentials).build();
  }

  private static LambdaClientBuilder builder(AwsCredentialsProvider credentials) {
    return LambdaClient.builder()
        .endpointOverride(URI.create(service.url()))
        .region(Region.EU_WEST_1)
        .credentialsProvider(credentials);
  }
}
