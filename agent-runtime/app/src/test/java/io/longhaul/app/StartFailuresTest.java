package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailuresTest {

  @TempDir Path folder;

  @Test
  void takenPort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      var failure = failure(AgentFolder.of(folder), "--port", port);
      assertFailure(failure, ExitCode.START_FAILED, "Port " + port + " is taken");
    }
  }

  @Test
  void lockedDataFolder() throws Exception {
    var agent = AgentFolder.of(folder);
    try (var _ = agent.start()) {
      assertFailure(failure(agent), ExitCode.LOCKED, "cannot be kept");
    }
  }

  @Test
  void corruptStore() throws IOException {
    var agent = AgentFolder.of(folder);
    Files.createDirectories(agent.data());
    var store = Files.writeString(agent.data().resolve("jobs.db"), "no database ".repeat(1000));
    assertFailure(failure(agent), ExitCode.START_FAILED, "cannot be kept");
    assertThat(store).content().startsWith("no database");
  }

  @Test
  void dataFolderThatIsAFile() throws IOException {
    var agent = AgentFolder.of(folder);
    Files.createFile(agent.data());
    assertFailure(failure(agent), ExitCode.START_FAILED, "cannot be written");
  }

  @Test
  void badManifest() throws IOException {
    assertFailure(failure(AgentFolder.of(folder, "nmae: x")), ExitCode.CONFIGURATION, "nmae");
  }

  @Test
  void missingManifest() {
    assertFailure(failure(new AgentFolder(folder)), ExitCode.CONFIGURATION, "agent.yaml");
  }

  @Test
  void unknownHandler() throws IOException {
    var agent = AgentFolder.of(folder);
    Files.writeString(
        folder.resolve("agent.yaml"),
        "manifest: 1\nname: greeter\nversion: 1.0.0\ndescription: x\nhandler: no.such.Agent\n");
    assertFailure(failure(agent), ExitCode.CONFIGURATION, "no.such.Agent");
  }

  @Test
  void lambdaHandlerWithoutItsClient() throws IOException {
    assertFailure(
        failure(AgentFolder.of(folder, "runtime: python3.13", "code: ."), "--runtime", "nowhere"),
        ExitCode.CONFIGURATION,
        "runtime client is not installed");
  }

  @Test
  void lambdaHandlerWithoutItsCode() throws IOException {
    assertFailure(
        failure(AgentFolder.of(folder, "runtime: provided.al2023", "code: gone.zip")),
        ExitCode.CONFIGURATION,
        "gone.zip is not there");
  }

  @Test
  void lambdaHandlerOfALanguageThatIsNotBuiltIn() throws IOException {
    assertFailure(
        failure(AgentFolder.of(folder, "runtime: dotnet8", "code: .")),
        ExitCode.CONFIGURATION,
        "dotnet8 is not built in yet");
  }

  @Test
  void ecsWithoutAccess() throws IOException {
    var agent = AgentFolder.of(folder);
    var environment = Map.of("ECS_CONTAINER_METADATA_URI_V4", "x");
    var failure = catchThrowableOfType(StartFailure.class, () -> agent.start(environment));
    assertFailure(failure, ExitCode.CONFIGURATION, "who may call");
  }

  @Test
  void sigv4WithoutKeys() throws IOException {
    assertFailure(
        failure(AgentFolder.of(folder), "--access", "sigv4"),
        ExitCode.CONFIGURATION,
        "SIGV4_KEYS is not set");
  }

  @Test
  void sigv4WithAKeyThatCannotBeRead() throws IOException {
    var agent = AgentFolder.of(folder);
    var environment = Map.of("SIGV4_KEYS", "AKGOOD:secret, s3cret");
    var failure =
        catchThrowableOfType(
            StartFailure.class, () -> agent.start(environment, "--access", "sigv4"));
    assertFailure(failure, ExitCode.CONFIGURATION, "entry 2 of 2 is not ID:SECRET");
    assertThat(failure).hasMessageNotContaining("s3cret");
  }

  @Test
  void otherAddressWithoutAccess() throws IOException {
    assertFailure(
        failure(AgentFolder.of(folder), "--host", "0.0.0.0"),
        ExitCode.CONFIGURATION,
        "others can reach it");
  }

  private static StartFailure failure(AgentFolder agent, String... options) {
    return catchThrowableOfType(StartFailure.class, () -> agent.start(options));
  }

  private static void assertFailure(StartFailure failure, ExitCode code, String part) {
    assertThat(failure).hasMessageContaining(part);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.action()).isNotBlank();
  }
}
