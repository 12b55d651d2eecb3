package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {

  private static final Seen SEEN =
      new Seen(Path.of("/srv/code"), Path.of("/srv/layers"), Path.of("/srv/tmp"));

  /** What a process has whose service has nothing. */
  private static final Map<String, String> LAMBDAS =
      Map.ofEntries(
          Map.entry("_HANDLER", "app.handler"),
          Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
          Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_provided.al2023"),
          Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
          Map.entry("AWS_LAMBDA_FUNCTION_NAME", "tested"),
          Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
          Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
          Map.entry("AWS_LAMBDA_LOG_FORMAT", "Text"),
          Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/tested"),
          Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "instance-2"),
          Map.entry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9000"),
          Map.entry("AWS_REGION", "us-east-1"),
          Map.entry("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR"),
          Map.entry("LAMBDA_RUNTIME_DIR", "/srv/code"),
          Map.entry("LAMBDA_TASK_ROOT", "/srv/code"),
          Map.entry("LANG", "en_US.UTF-8"),
          Map.entry("LD_LIBRARY_PATH", "/srv/code:/srv/code/lib:/srv/layers/lib"),
          Map.entry("NO_PROXY", "127.0.0.1,localhost"),
          Map.entry("PATH", "/srv/layers/bin"),
          Map.entry("TMPDIR", "/srv/tmp"),
          Map.entry("TZ", ":UTC"));

  @Test
  void environmentIsLambdas() {
    assertThat(environment(Map.of(), Map.of(), 1)).isEqualTo(LAMBDAS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOME",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_PROFILE",
        "AWS_DEFAULT_PROFILE",
        "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_ROLE_ARN",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "AWS_ENDPOINT_URL",
        "AWS_ENDPOINT_URL_S3",
        "AWS_CA_BUNDLE",
        "ECS_CONTAINER_METADATA_URI_V4",
        "SSL_CERT_FILE",
      })
  void whatSdksReadOfTheServicesEnvironmentIsHandedOn(String name) {
    var expected = new HashMap<>(LAMBDAS);
    expected.put(name, "the service's");
    assertThat(environment(Map.of(name, "the service's"), Map.of(), 1)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "API_KEYS",
        "SIGV4_KEYS",
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "LD_PRELOAD",
        "LANG",
        "TMPDIR",
        "JAVA_TOOL_OPTIONS",
        "PYTHONPATH",
        "AWS_LAMBDA_RUNTIME_API",
        "AWS_PROFILE_OF_SOMEBODY",
        "NEXT_SSL_CERT_FILE",
      })
  void allElseIsKeptAway(String name) {
    assertThat(environment(Map.of(name, "the service's"), Map.of(), 1)).isEqualTo(LAMBDAS);
  }

  @Test
  void bothVariablesNameTheServicesRegion() {
    for (var name : new String[] {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
      assertThat(environment(Map.of(name, "eu-west-1"), Map.of(), 1))
          .containsEntry("AWS_REGION", "eu-west-1")
          .containsEntry("AWS_DEFAULT_REGION", "eu-west-1");
    }
  }

  @Test
  void layersProgramsAreFoundBehindTheMachines() {
    assertThat(environment(Map.of("PATH", "/usr/bin:/bin"), Map.of(), 1))
        .containsEntry("PATH", "/usr/bin:/bin:/srv/layers/bin");
  }

  @Test
  void agentsVariablesGoBeforeDefaultsAndBehindWhatLambdaReserves() {
    var own =
        Map.of(
            "AWS_LAMBDA_LOG_FORMAT", "JSON",
            "AWS_LAMBDA_LOG_LEVEL", "DEBUG",
            "TZ", "Europe/London",
            "_HANDLER", "another",
            "AWS_REGION", "eu-west-1");
    assertThat(environment(Map.of(), own, 1))
        .containsEntry("AWS_LAMBDA_LOG_FORMAT", "JSON")
        .containsEntry("AWS_LAMBDA_LOG_LEVEL", "DEBUG")
        .containsEntry("TZ", "Europe/London")
        .containsEntry("_HANDLER", "app.handler")
        .containsEntry("AWS_REGION", "us-east-1");
  }

  /** At all, even with 1, it makes clients run calls on threads or in processes. */
  @Test
  void concurrencyIsToldWhereItIsAboveOne() {
    assertThat(environment(Map.of(), Map.of(), 4)).containsEntry("AWS_LAMBDA_MAX_CONCURRENCY", "4");
  }

  private static Map<String, String> environment(
      Map<String, String> services, Map<String, String> own, int concurrency) {
    var blueprint =
        new Blueprint(
            "tested",
            "app.handler",
            SEEN.task(),
            SEEN.opt(),
            new Language.Provided("provided.al2023"),
            128,
            concurrency,
            Duration.ofMinutes(2),
            () -> own,
            services,
            Path.of("/srv"));
    return Surroundings.of(blueprint, "127.0.0.1:9000", 2, SEEN);
  }
}
