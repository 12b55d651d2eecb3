package io.longhaul.cli.runtimes;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.TestShell;
import io.longhaul.cli.agent.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client is installed; which Java it runs on is chosen anew by every command. */
class JavaClientsTest {

  @TempDir private Path folder;
  private TestCheckout checkout;
  private JavaClient client;
  private TestShell shell;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = TestCheckout.in(Files.createDirectories(folder.resolve("checkout")));
    client = JavaClient.of(new Checkout(checkout.root()));
    for (var file : List.of(client.jar(), client.library(), client.marker())) {
      checkout.write(checkout.root().relativize(file).toString(), "");
    }
    shell = new TestShell(checkout.root()).withJdk(folder.resolve("no-jdk"));
  }

  @ParameterizedTest
  @CsvSource({"java8.al2, 1.8.0_462", "java11, 11", "java17, 17.0.15", "java21, 21-ea"})
  void theVersionAskedForIsTakenWhereTheMachineHasIt(String runtime, String version)
      throws IOException {
    jdk("9.0.4");
    jdk("22.0.1");
    var asked = jdk(version);
    assertThat(exec(runtime)).as(shell::err).isZero();
    assertThat(shell.err()).doesNotContain("Warning");
    assertThat(client.program(runtime).toRealPath()).isEqualTo(asked.resolve("bin/java"));
    assertThat(started()).contains("--runtime " + client.folder());
  }

  @Test
  void theNextNewerStandsInWithOneWarning() throws IOException {
    jdk("1.8.0_462");
    jdk("22.0.1");
    var next = jdk("17.0.15");
    assertThat(exec("java11")).as(shell::err).isZero();
    assertThat(shell.err().lines().filter(line -> line.startsWith("Warning")))
        .singleElement()
        .asString()
        .contains("echo asks for java11", "runs it on java17");
    assertThat(client.program("java11").toRealPath()).isEqualTo(next.resolve("bin/java"));

    var asked = jdk("11.0.2");
    assertThat(exec("java11")).as(shell::err).isZero();
    assertThat(shell.err()).doesNotContain("Warning");
    assertThat(client.program("java11").toRealPath()).isEqualTo(asked.resolve("bin/java"));
  }

  /** It would not read the function's classes. */
  @Test
  void anOlderOneNeverStandsIn() throws IOException {
    jdk("17.0.15");
    assertThat(exec("java21")).as(shell::err).isZero();
    assertThat(shell.err()).contains("echo asks for java21", "runs it on java25");
    assertThat(client.program("java21").toRealPath().toString())
        .startsWith(Path.of(System.getProperty("java.home")).toRealPath().toString());
  }

  @Test
  void longhaulsOwnIsTakenForItsVersion() throws IOException {
    jdk("25.0.1");
    assertThat(exec("java25")).as(shell::err).isZero();
    assertThat(shell.err()).doesNotContain("Warning");
    assertThat(client.program("java25").toRealPath().toString()).doesNotContain("jdk-25.0.1");
  }

  @Test
  void whatOnlyLooksLikeAJdkIsPassedOver() throws IOException {
    Files.delete(jdk("17.0.15").resolve("bin/java"));
    assertThat(exec("java17")).as(shell::err).isZero();
    assertThat(shell.err()).contains("runs it on java25");
  }

  private Path jdk(String version) throws IOException {
    var home = folder.toRealPath().resolve("jdk-" + version);
    var java = Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("java"));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_VERSION_DATE=\"x\"\n");
    shell.withJdk(home);
    return home;
  }

  private int exec(String runtime) throws IOException {
    checkout.write(
        "agents/echo/agent.yaml",
        TestCheckout.MANIFEST + "code: sample\nruntime: " + runtime + "\n");
    return shell.type("exec", "echo", "--sample");
  }

  /** The stand-in for the service prints its arguments. */
  private String started() throws IOException {
    return Files.readString(checkout.root().resolve(".longhaul/echo/exec.log"));
  }
}
