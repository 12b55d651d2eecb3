package io.longhaul.cli.runtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.TestShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS publishes its client for Node for Linux alone. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class NodeClientsTest {

  @TempDir private Path folder;
  private TestCheckout checkout;
  private FakeNode node;
  private TestShell shell;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = FakeNode.checkout(folder);
    node = FakeNode.in(folder).node("node", "22.1.0");
    shell = new TestShell(checkout.root(), node.bin().toString());
  }

  @Test
  void installsOnceAndHandsTheFolderToTheService() throws IOException {
    assertThat(exec()).as(shell::err).isZero();
    assertThat(shell.err())
        .contains("Installing AWS's runtime client for Node 3.3.0", "once; 1 to 3 minutes")
        .contains("Installing the AWS SDK");
    assertThat(node.calls()).hasSize(2).allMatch(call -> call.contains(": ci --ignore"));
    assertThat(node.calls().getFirst())
        .startsWith("node-client-3.3.0:")
        .contains("--ignore-scripts=false")
        .contains("-j" + Runtime.getRuntime().availableProcessors());
    var home = home();
    assertThat(started()).contains("--runtime " + home);
    assertThat(home.resolve("bin/node").toRealPath()).isEqualTo(node.bin().resolve("node"));
    assertThat(home.resolve("client/package.json")).content().contains("\"3.3.0\"");
    assertThat(home.resolve("sdk/package.json")).content().contains("@aws-sdk/lib-dynamodb");
    var lock = Files.readString(home.resolve("sdk/package-lock.json"));
    assertThat(home.resolve("sdk").toRealPath()).hasFileName("node-sdk-" + Pins.hash(lock));

    assertThat(exec()).isZero();
    assertThat(shell.err()).doesNotContain("Installing", "Warning");
    assertThat(node.calls()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "nodejs18.x, 1, 3.3.0",
    "nodejs22.x, 1, 3.3.0",
    "nodejs22.x, 4, 4.0.2",
    "nodejs24.x, 1, 4.0.2"
  })
  void clientIsTheOneForVersionAndConcurrency(String runtime, int concurrency, String client)
      throws IOException {
    change("nodejs22.x", runtime + "\nconcurrency: " + concurrency);
    assertThat(exec()).as(shell::err).isZero();
    assertThat(node.calls().toString()).contains("node-client-" + client);
  }

  @Test
  void theVersionAskedForComesFromNpmWhereTheMachineHasAnother() throws IOException {
    var packed = NodePackage.of(22);
    assumeThat(packed).as("npm carries no Node for this machine").isPresent();
    node.node("node", "20.1.0");
    assertThat(exec()).as(shell::err).isZero();
    assertThat(shell.err()).contains("Installing Node.js 22.").doesNotContain("Warning");
    assertThat(node.calls()).hasSize(3).element(1).asString().endsWith("with headers");
    assertThat(home().resolve("bin/node").toRealPath().toString())
        .endsWith(packed.get().name() + "/bin/node");
  }

  @Test
  void whereNpmCarriesNoneTheNearestStandsInWithOneWarning() throws IOException {
    node.node("node", "20.5.0").node("node24", "24.1.0").node("node-20", "20.6.0");
    var machine = System.setProperty("os.arch", "riscv64");
    try {
      assertThat(exec()).as(shell::err).isZero();
      assertThat(shell.err().lines().filter(line -> line.startsWith("Warning")))
          .singleElement()
          .asString()
          .contains("knot asks for nodejs22.x", "runs it on nodejs24.x");
      assertThat(node.calls().toString()).contains("node-client-3.3.0").doesNotContain("node-24");
      node.remove("node24");
      node.remove("node-20");
      change("nodejs22.x", "nodejs20.x");
      assertThat(exec()).isEqualTo(7);
      assertThat(shell.err()).contains("no node on the PATH is 18.19 or later");
    } finally {
      System.setProperty("os.arch", machine);
    }
  }

  @Test
  void versionsShareAClient() throws IOException {
    assertThat(exec()).as(shell::err).isZero();
    change("nodejs22.x", "nodejs20.x");
    node.node("node20", "20.9.0");
    assertThat(exec()).as(shell::err).isZero();
    assertThat(node.calls()).hasSize(2);
    assertThat(started()).contains("/nodejs20.x-");
  }

  @Test
  void missingBuildToolsAreNamedBeforeAnythingIsFetched() throws IOException {
    node.remove("cmake");
    node.remove("g++");
    node.remove("libtoolize");
    assertThat(exec()).isEqualTo(7);
    assertThat(shell.err().strip())
        .doesNotContain("\n")
        .contains("knot asks for nodejs22.x", "cmake, g++, libtoolize are missing")
        .contains("sudo apt-get install cmake g++ libtool");
    assertThat(node.calls()).isEmpty();

    change("nodejs22.x", "nodejs24.x");
    assertThat(exec()).isEqualTo(7);
    assertThat(shell.err()).contains("cmake, g++ are missing");
  }

  @Test
  void withoutNpmSaysHowToGetIt() throws IOException {
    node.remove("npm");
    assertThat(exec()).isEqualTo(7);
    assertThat(shell.err().strip()).doesNotContain("\n").contains("sudo apt-get install npm");
  }

  @Test
  void offlineShowsNpmsLastLinesAndTheCommandToTry() throws IOException {
    node.say("offline");
    assertThat(exec()).isEqualTo(7);
    assertThat(shell.err())
        .contains("  100\n  npm error network\n", "npm config set registry")
        .contains("cd '" + runtimes().resolve("node-client-3.3.0") + "' && " + node.bin())
        .doesNotContain("\n  50\n");

    Files.delete(node.bin().resolve("offline"));
    assertThat(exec()).as(shell::err).isZero();
  }

  @Test
  void anUnmarkedFolderIsMadeAnew() throws IOException {
    var left = runtimes().resolve("node-client-3.3.0/node_modules/half");
    Files.createDirectories(left);
    assertThat(exec()).as(shell::err).isZero();
    assertThat(left).doesNotExist();
  }

  @Test
  void anInterpreterThatChangedIsLinkedAnew() throws IOException {
    assertThat(exec()).as(shell::err).isZero();
    node.remove("node");
    node.node("node-22", "22.2.0");
    assertThat(exec()).as(shell::err).isZero();
    assertThat(home().resolve("bin/node").toRealPath()).isEqualTo(node.bin().resolve("node-22"));
    assertThat(node.calls()).hasSize(2);
  }

  @Test
  void whatAKilledInstallationLeftRunningIsEnded() throws Exception {
    node.closeGate();
    var client = runtimes().resolve("node-client-3.3.0");
    Files.createDirectories(client);
    var builder =
        new ProcessBuilder(
            "/bin/sh",
            "-c",
            "cat \"$1\"; touch \"$2/late\"",
            "-",
            node.bin() + "/gate",
            client.toString());
    builder.environment().put(Step.INSTALLS, client.toString());
    var left = builder.start();
    try (var _ = node.atTheGate()) {
      Files.delete(node.bin().resolve("gate"));
      assertThat(exec()).as(shell::err).isZero();
    }
    assertThat(left.waitFor()).isNotZero();
    assertThat(client.resolve("late")).doesNotExist();
  }

  @Test
  void doctorNamesWhatIsMissing() throws IOException {
    shell.type("doctor");
    assertThat(shell.out()).containsPattern("ok +nodejs22.x +" + node.bin());
    node.remove("make");
    shell.type("doctor");
    assertThat(shell.out()).containsPattern("missing +nodejs22.x +no make; .* of knot is compiled");
    node.remove("npm");
    shell.type("doctor");
    assertThat(shell.out()).containsPattern("missing +nodejs22.x +no npm; knot needs it");
  }

  private int exec() {
    return shell.type("exec", "knot", "--sample");
  }

  private void change(String from, String to) throws IOException {
    var manifest = checkout.root().resolve("agents/knot/agent.yaml");
    Files.writeString(manifest, Files.readString(manifest).replace(from, to));
  }

  private Path runtimes() {
    return checkout.root().resolve(".longhaul/runtimes");
  }

  private Path home() throws IOException {
    try (var folders = Files.list(runtimes())) {
      var homes =
          folders.filter(path -> path.getFileName().toString().matches("nodejs22.x-[0-9a-f]{8}"));
      return List.copyOf(homes.toList()).getFirst();
    }
  }

  /** The stand-in for the service prints its arguments. */
  private String started() throws IOException {
    return Files.readString(checkout.root().resolve(".longhaul/knot/exec.log"));
  }
}
