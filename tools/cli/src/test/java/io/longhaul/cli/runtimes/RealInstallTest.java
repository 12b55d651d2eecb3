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

  /** All but the compilation, which takes minutes: .ci/run has done it, from the same pins. */
  @Test
  void theClientForNodeStartsBesideTheSdk() throws Exception {
    var compiled = System.getenv("LONGHAUL_TEST_NODE");
    assumeTrue(
        compiled != null,
        "SKIPPED: LONGHAUL_TEST_NODE names no folder with AWS's client for Node; .ci/run makes one");
    var here = new Checkout(FakeNode.checkout(folder).root());
    var client = NpmProject.client(here, NodeClient.CALLBACKS);
    Files.createDirectories(client.folder().getParent());
    var from = Path.of(compiled).resolve(client.folder().getFileName());
    for (var file : client.files().entrySet()) {
      assertThat(from.resolve(file.getKey())).hasContent(file.getValue());
    }
    Files.createSymbolicLink(client.folder(), from);
    var agent = AgentFolder.find(here, here.root(), "knot");

    var found =
        new RuntimeClients(Shell.ofProcess(), here).ready(agent.manifest("local")).orElseThrow();

    assertThat(found.exact()).isTrue();
    var builder =
        new ProcessBuilder(
            found.folder().resolve("bin/node").toString(),
            "-p",
            """
            const client = require('../client/node_modules/aws-lambda-ric/dist/rapid-client.node');
            const { S3Client } = require('@aws-sdk/client-s3');
            [process.version.split('.')[0], typeof client.next, S3Client.name].join()
            """);
    builder.directory(found.folder().resolve("bin").toFile());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9"); // read when it is loaded
    builder.environment().put("NODE_PATH", found.folder().resolve("sdk/node_modules").toString());
    var said = builder.redirectErrorStream(true).start();
    assertThat(new String(said.getInputStream().readAllBytes(), UTF_8).strip())
        .isEqualTo("v22,function,S3Client");
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
