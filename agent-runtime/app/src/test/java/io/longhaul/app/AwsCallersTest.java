package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Callers that know the agent as a Lambda function: boto3 and the aws command. */
class AwsCallersTest {

  private static final String TRACE =
      "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

  @TempDir private Path folder;
  private @Nullable Service service;
  private String runtime = "";

  @BeforeEach
  void start() throws IOException {
    var named = System.getenv("LONGHAUL_TEST_PYTHON");
    assumeThat(named)
        .as("skipped: LONGHAUL_TEST_PYTHON names no virtual environment with boto3")
        .isNotNull();
    runtime = named;
    var code = Files.createDirectory(folder.resolve("src"));
    Files.writeString(
        code.resolve("bootstrap"), "#!/usr/bin/env python3\n" + resource("bootstrap.py"));
    Files.setPosixFilePermissions(
        code.resolve("bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: tested
        version: 1.0.0
        description: Does what it is told
        runtime: provided.al2023
        handler: any
        code: src
        function-name: Tested_prod
        """);
    service = new AgentFolder(folder).start(Map.of("PATH", System.getenv("PATH")));
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void boto3CallsItUnchanged() throws Exception {
    Files.writeString(folder.resolve("caller.py"), resource("caller.py"));
    var said = run(runtime + "/bin/python", "caller.py", url(), TRACE);
    var told = JsonMapper.shared().readTree(said);
    assertThat(told.path("payload").path("event")).hasToString("{\"a\":1}");
    assertThat(told.path("payload").path("context").stringValue()).contains("\"i-1\"");
    assertThat(told.path("log").stringValue())
        .contains("running " + told.path("request_id").stringValue(), "REPORT RequestId: ");
    assertThat(told.path("error"))
        .hasToString("[\"Unhandled\",{\"errorType\":\"Bad\",\"errorMessage\":\"no luck\"}]");
    assertThat(told.path("event").intValue()).isEqualTo(202);
    assertThat(told.path("dry_run").intValue()).isEqualTo(204);
    assertThat(told.path("not_found").stringValue()).contains("Function not found");
    assertThat(told.path("stream").path("text").stringValue()).isEqualTo("one two");
    assertThat(told.path("stream").path("complete").path("LogResult").stringValue())
        .contains("running ");
    assertThat(told.path("stream_fail").path("text").stringValue()).isEqualTo("one ");
    assertThat(told.path("stream_fail").path("complete").path("ErrorCode").stringValue())
        .isEqualTo("Bad");
    assertThat(told.path("whole").path("text").stringValue()).contains("\"a\": 2", TRACE);
    assertThat(told.path("whole").path("trace").stringValue()).isEqualTo(TRACE);
    assertThat(told.path("traced"))
        .hasToString("{\"told\":\"%s\",\"answered\":\"%s\"}".formatted(TRACE, TRACE));
    assertThat(told.path("untraced").path("answered"))
        .isEqualTo(told.path("untraced").path("told"))
        .asString()
        .contains("Root=1-", ";Sampled=0");
  }

  @Test
  void awsCommandCallsItUnchanged() throws Exception {
    assumeThat(isOnPath("aws")).as("skipped: aws is not installed (pip install awscli)").isTrue();
    Files.writeString(folder.resolve("event.json"), "{\"a\": 3}");
    var said =
        run(
            "aws",
            "lambda",
            "invoke",
            "--function-name",
            "Tested_prod",
            "--endpoint-url",
            url(),
            "--no-sign-request",
            "--region",
            "us-east-1",
            "--payload",
            "fileb://event.json",
            "out.json");
    assertThat(said).contains("\"StatusCode\": 200", "\"ExecutedVersion\": \"$LATEST\"");
    assertThat(folder.resolve("out.json")).content().contains("\"a\": 3");
  }

  private String url() {
    return Objects.requireNonNull(service).url();
  }

  private String run(String... words) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(List.of(words))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static boolean isOnPath(String command) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private static String resource(String name) throws IOException {
    try (var bytes = AwsCallersTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(bytes).readAllBytes(), UTF_8);
    }
  }
}
