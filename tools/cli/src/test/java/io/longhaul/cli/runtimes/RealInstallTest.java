package io.longhaul.cli.runtimes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs from the package index of this machine. */
@Tag("slow")
class RealInstallTest {

  @TempDir private Path folder;

  @Test
  void theClientStarts() throws Exception {
    var shell = Shell.ofProcess();
    var python = new Pythons(shell).nearest(13);
    assumeTrue(python.isPresent(), "SKIPPED: no python3 of 3.10 or later is on the PATH");
    assumeTrue(
        reachesAnIndex(python.get()), "SKIPPED: pip of " + python.get() + " reaches no index");
    var checkout = FakePython.checkout(folder);
    var here = new Checkout(checkout.root());
    var agent = AgentFolder.find(here, checkout.root(), "snake");

    var client = new RuntimeClients(shell, here).ready(agent.manifest("local")).orElseThrow();

    var program = client.folder().resolve("bin/python").toString();
    var said =
        new ProcessBuilder(program, "-c", "import awslambdaric, boto3; print(boto3.__version__)")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(said.getInputStream().readAllBytes(), UTF_8).strip())
        .isEqualTo(PythonClient.PINS.getLast().replace("boto3==", ""));
  }

  @Test
  void theClientForJavaHasItsJarsAndItsNativeCode() throws Exception {
    var root = TestCheckout.in(folder).root();
    for (var file : List.of("mvnw", ".mvn/wrapper/maven-wrapper.properties")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.copy(
          Path.of("../..").resolve(file), root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    var checkout = new Checkout(root);
    var client = JavaClient.of(checkout);

    new JavaInstall(Shell.ofProcess(), checkout, client).ready();

    assertThat(client.complete()).isTrue();
    assertThat(client.jar()).exists();
    assertThat(client.lib()).isDirectoryContaining("glob:**/aws-lambda-java-core-*.jar");
    assertThat(client.library()).isNotEmptyFile();
  }

  private boolean reachesAnIndex(Python python) throws Exception {
    var line =
        new ProcessBuilder(
            python.program().toString(),
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--dest",
            folder.resolve("downloads").toString(),
            PythonClient.PINS.getFirst());
    return line.redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
