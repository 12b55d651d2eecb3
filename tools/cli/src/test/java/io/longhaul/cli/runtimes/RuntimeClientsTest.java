package io.longhaul.cli.runtimes;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.TestShell;
import io.longhaul.cli.agent.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeClientsTest {

  @TempDir private Path folder;
  private TestCheckout checkout;
  private FakePython python;
  private TestShell shell;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = FakePython.checkout(folder);
    python = FakePython.in(folder, "3.13");
    shell = new TestShell(checkout.root(), python.bin().toString());
  }

  @Test
  void installsOnceAndHandsTheFolderToTheService() throws IOException {
    assertThat(exec()).as(shell::err).isZero();
    assertThat(shell.err()).contains("Installing the Python runtime client (once");
    assertThat(started()).contains("--runtime " + client(13).folder());
    assertThat(python.calls()).singleElement().asString().contains(PythonClient.PINS);

    assertThat(exec()).isZero();
    assertThat(shell.err()).doesNotContain("Installing", "Warning");
    assertThat(python.calls()).hasSize(1);
  }

  @Test
  void theAgentsFolderStaysAsItIs() throws IOException {
    var before = files();
    assertThat(exec()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anotherVersionStandsInWithOneWarning() throws IOException {
    python.add("python3", "3.10").add("python3.11", "3.11").program("python3.13", "#!/bin/false\n");
    assertThat(exec()).as(shell::err).isZero();
    assertThat(shell.err().lines().filter(line -> line.startsWith("Warning")))
        .singleElement()
        .asString()
        .contains("snake asks for python3.13", "runs it on python3.11");
    assertThat(started()).contains("--runtime " + client(11).folder());
  }

  @Test
  void theVersionAskedForGoesFirst() throws IOException {
    python.add("python3", "3.11").add("python3.13", "3.13");
    assertThat(exec()).isZero();
    assertThat(shell.err()).doesNotContain("Warning");
  }

  @ParameterizedTest
  @CsvSource({
    "HOME, .pyenv/versions/3.13.%s",
    "PYENV_ROOT, versions/3.13.%s",
    "HOME, .local/share/uv/python/cpython-3.13.%s-linux-x86_64-gnu",
    "XDG_DATA_HOME, uv/python/cpython-3.13.%s-linux-x86_64-gnu",
    "UV_PYTHON_INSTALL_DIR, cpython-3.13.%s-macos-aarch64-none",
  })
  void aVersionThatIsNotOnThePathIsFoundTheNewestFirst(String variable, String version)
      throws IOException {
    python.add("python3", "3.11").program("python3.13", "#!/bin/false\n");
    var kept = folder.resolve("kept");
    for (var patch : new String[] {"9", "10", "2"}) {
      FakePython.in(kept.resolve(version.formatted(patch)), "3.13").add("python3.13", "3.13");
    }
    shell.with(variable, kept.toString());
    assertThat(exec()).as(shell::err).isZero();
    assertThat(shell.err()).doesNotContain("Warning");
    assertThat(interpreter())
        .isEqualTo(kept.resolve(version.formatted("10")).resolve("bin/python3.13").toRealPath());
  }

  @Test
  void theVersionOnThePathGoesBeforeThoseThatAreNot() throws IOException {
    FakePython.in(folder.resolve(".pyenv/versions/3.13.7"), "3.13").add("python3.13", "3.13");
    shell.with("HOME", folder.toString());
    python.add("python3.13", "3.13");
    assertThat(exec()).as(shell::err).isZero();
    assertThat(interpreter()).isEqualTo(python.bin().resolve("python3.13").toRealPath());
  }

  @Test
  void ofVersionsThatAreNotOnThePathTheNearestStandsIn() throws IOException {
    python.add("python3", "3.11");
    for (var name : new String[] {"3.12.1", "3.12.4", "pypy3.13-7.3.19", "3.14-dev"}) {
      FakePython.in(
          folder.resolve(".pyenv/versions").resolve(name), name.replaceAll("\\.\\d+$", ""));
    }
    shell.with("HOME", folder.toString());
    assertThat(exec()).as(shell::err).isZero();
    assertThat(shell.err()).contains("runs it on python3.12");
    assertThat(client(12).program().toRealPath().toString()).contains("/3.12.4/");
  }

  @Test
  void withoutAPythonSaysHowToGetOne() throws IOException {
    python.add("python3", "3.9");
    assertThat(exec()).isEqualTo(7);
    assertThat(shell.err().strip())
        .doesNotContain("\n")
        .contains("asks for python3.13", "3.10 or later", "install python3-venv");
  }

  @Test
  void offlineShowsPipsLastLinesAndWhatMendsIt() throws IOException {
    python.say("offline");
    assertThat(exec()).isEqualTo(7);
    assertThat(shell.err())
        .contains("  100\n  ERROR: No matching distribution\n", "pip config set")
        .contains(
            client(13).program() + " -I -m pip install " + String.join(" ", PythonClient.PINS))
        .doesNotContain("\n  50\n");

    Files.delete(python.bin().resolve("offline"));
    assertThat(exec()).as(shell::err).isZero();
  }

  @Test
  void withoutVenvNamesTheDebianPackage() throws IOException {
    python.say("no-venv");
    assertThat(exec()).isEqualTo(7);
    assertThat(shell.err())
        .contains("  ensurepip is not available\n", "sudo apt-get install python3.13-venv");
  }

  @Test
  void anUnmarkedFolderIsMadeAnew() throws IOException {
    var left = client(13).folder().resolve("lib/half");
    Files.createDirectories(left);
    assertThat(exec()).as(shell::err).isZero();
    assertThat(left).doesNotExist();
  }

  @Test
  void aClientWhoseInterpreterIsGoneIsMadeAnew() throws IOException {
    exec();
    Files.delete(python.bin().resolve("python3"));
    python.add("python3.13", "3.13");
    assertThat(exec()).as(shell::err).isZero();
    assertThat(python.calls()).hasSize(2);
  }

  @Test
  void codeThatIsNotThereIsNamed() throws IOException {
    Files.delete(checkout.root().resolve("agents/snake/src/app.py"));
    Files.delete(checkout.root().resolve("agents/snake/src"));
    assertThat(exec()).isEqualTo(4);
    assertThat(shell.err()).contains("code: there is no");
  }

  @Test
  void aFolderOutsideTheCheckoutWorksToo() throws IOException {
    var outside = Files.createDirectories(folder.resolve("outside"));
    Files.move(checkout.root().resolve("agents/snake"), outside.resolve("snake"));
    assertThat(shell.type("exec", outside + "/snake", "--sample")).as(shell::err).isZero();
  }

  @Test
  void providedNeedsNoClient() throws IOException {
    var manifest = checkout.root().resolve("agents/snake/agent.yaml");
    Files.writeString(
        manifest, Files.readString(manifest).replace("python3.13", "provided.al2023"));
    assertThat(exec()).as(shell::err).isZero();
    assertThat(started()).doesNotContain("--runtime");
    assertThat(python.calls()).isEmpty();
  }

  @Test
  void doctorNamesAMissingPython() throws IOException {
    shell.type("doctor");
    assertThat(shell.out()).containsPattern("ok +python3.13 +" + python.bin());
    python.add("python3", "3.11");
    shell.type("doctor");
    assertThat(shell.out()).containsPattern("note +python3.13 +python3.11 stands in");
    Files.delete(python.bin().resolve("python3"));
    shell.type("doctor");
    assertThat(shell.out()).containsPattern("missing +python3.13 .*snake needs it");
  }

  private int exec() {
    return shell.type("exec", "snake", "--sample");
  }

  private PythonClient client(int minor) {
    return PythonClient.of(new Checkout(checkout.root()), minor);
  }

  private Path interpreter() throws IOException {
    return client(13).program().toRealPath();
  }

  /** The stand-in for the service prints its arguments. */
  private String started() throws IOException {
    return Files.readString(checkout.root().resolve(".longhaul/snake/exec.log"));
  }

  private Set<Path> files() throws IOException {
    try (var files = Files.walk(checkout.root().resolve("agents"))) {
      return new TreeSet<>(files.toList());
    }
  }
}
