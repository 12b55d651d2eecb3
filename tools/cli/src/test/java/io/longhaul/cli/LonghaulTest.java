package io.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LonghaulTest {

  @TempDir private Path folder;
  private TestCheckout checkout;
  private TestShell shell;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = TestCheckout.in(folder);
    shell = new TestShell(checkout.root());
  }

  @Test
  void referenceIsCurrent() throws IOException {
    shell.type("reference");
    assertThat(Path.of("../../docs/reference/cli.md"))
        .as("stale; run: ./longhaul reference > docs/reference/cli.md")
        .hasContent(shell.out());
  }

  @Test
  void helpNamesEveryCommandAndExitCode() {
    assertThat(shell.type("--help")).isZero();
    assertThat(shell.out())
        .contains("run", "exec", "jobs", "new", "manifest", "doctor", "completion")
        .contains("6     no JDK 25 was found")
        .doesNotContain("train-aot");
  }

  @Test
  void unknownCommandSuggests() {
    assertThat(shell.type("jbos")).isEqualTo(2);
    assertThat(shell.err()).contains("jobs");
  }

  @Test
  void completionKnowsOptions() {
    assertThat(shell.type("completion", "bash")).isZero();
    assertThat(shell.out()).contains("complete -F", "--port");
  }

  @Test
  void manifestCheckPrintsEveryProblemWithItsLine() throws IOException {
    checkout.write(
        "agents/echo/agent.yaml", TestCheckout.MANIFEST + "ownr: me\njobs: {attempts: no}\n");
    assertThat(shell.type("manifest", "check")).isEqualTo(1);
    assertThat(shell.out().lines()).hasSize(2);
    assertThat(shell.out()).contains("agent.yaml:6", "agent.yaml:7", "owner");
  }

  @Test
  void manifestCheckSpeaksJson() throws IOException {
    checkout.write("agents/echo/agent.yaml", TestCheckout.MANIFEST + "ownr: me\n");
    assertThat(shell.type("manifest", "check", "echo", "--json")).isEqualTo(1);
    assertThat(shell.out()).contains("\"line\" : 6", "\"nearest\" : \"owner\"");
  }

  @Test
  void doctorNamesWhatMendsIt() {
    shell.type("doctor");
    assertThat(shell.out()).contains("JDK 25", "mvnw is missing", "git checkout mvnw");
  }

  @Test
  void agentOutsideTheCheckoutNeedsItsCode() throws IOException {
    checkout.write("elsewhere/agent.yaml", TestCheckout.MANIFEST);
    checkout.write("elsewhere/pom.xml", "<project/>");
    assertThat(shell.type("run", "elsewhere")).isEqualTo(2);
    assertThat(shell.err()).contains("code: target/classes");
  }
}
