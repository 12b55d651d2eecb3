package io.longhaul.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.TestShell;
import io.longhaul.cli.api.FakeService;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecCommandTest {

  @TempDir private Path folder;
  private TestCheckout checkout;
  private TestShell shell;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = TestCheckout.in(folder);
    shell = new TestShell(checkout.root());
  }

  @Nested
  class OnARunningService {

    private FakeService service;

    @BeforeEach
    void start() throws IOException {
      service = new FakeService();
      checkout.running(service.url());
    }

    @AfterEach
    void stop() {
      service.close();
    }

    @Test
    void printsOnlyTheOutputOnStdout() {
      assertThat(shell.type("exec", "echo", "--input", "{\"n\": 7}")).isZero();
      assertThat(shell.out()).isEqualTo("{\n  \"n\" : 7\n}\n");
      assertThat(shell.err()).contains("job-0 succeeded");
    }

    @Test
    void readsStandardInput() {
      assertThat(shell.type("exec", "echo", "--input", "-")).isZero();
      assertThat(shell.out()).contains("\"from\" : \"stdin\"");
    }

    @Test
    void takesTheAgentsOwnSample() {
      assertThat(shell.type("exec", "agents/echo", "--sample")).isZero();
      assertThat(shell.out()).contains("\"sample\" : true");
    }

    @Test
    void followsOnAfterADroppedStream() {
      assertThat(shell.type("exec", "echo", "--input", "{\"do\": \"drop\"}")).isZero();
      assertThat(service.streams()).isEqualTo(2);
    }

    @Test
    void endsWithOneWhenTheJobFailed() {
      assertThat(shell.type("exec", "echo", "--input", "{\"do\": \"fail\"}")).isEqualTo(1);
      assertThat(shell.out()).isEmpty();
      assertThat(shell.err()).contains("failed: it broke");
    }

    @Test
    void endsWithTwoWhenTheInputIsRefused() {
      assertThat(shell.type("exec", "echo", "--input", "{\"nonsense\": 1}")).isEqualTo(2);
      assertThat(shell.err()).contains("nonsense: found it, expected nothing");
    }

    @Test
    void jsonHoldsJobAndResult() {
      assertThat(shell.type("exec", "echo", "--sample", "--json")).isZero();
      assertThat(shell.out()).contains("\"job\" : {", "\"result\" : {");
    }
  }

  @Nested
  class OnItsOwnService {

    @Test
    void startsOneAndStopsIt() {
      assertThat(shell.type("exec", "echo", "--sample")).as(() -> shell.err()).isZero();
      assertThat(shell.out()).contains("\"sample\" : true");
      assertThat(
              ProcessHandle.current()
                  .children()
                  .filter(ProcessHandle::isAlive)
                  .map(child -> child.info().commandLine().orElse("")))
          .noneMatch(line -> line.contains(folder.toString()));
    }

    @Test
    void saysWhereTheLogIsWhenTheServiceDies() {
      assertThat(shell.type("exec", "echo", "--input", "{\"do\": \"die\"}")).isEqualTo(5);
      assertThat(shell.err()).contains("job job-0", "exec.log");
    }

    @Test
    void showsTheLogWhenItDoesNotStart() throws IOException {
      checkout.write("agents/echo/agent.yaml", TestCheckout.MANIFEST + "owner: will not start\n");
      assertThat(shell.type("exec", "echo", "--sample")).isEqualTo(5);
      assertThat(shell.err()).contains("did not start", "It will not start.");
    }
  }

  @Test
  void needsAnInput() {
    assertThat(shell.type("exec", "echo")).isEqualTo(2);
    assertThat(shell.err()).contains("--input", "--sample");
  }

  @Test
  void inputThatIsNeitherFileNorJsonIsRefused() {
    assertThat(shell.type("exec", "echo", "--input", "no-such-file")).isEqualTo(4);
    assertThat(shell.err()).contains("neither a file nor JSON");
  }

  @Test
  void unknownAgentNamesThoseThereAre() {
    assertThat(shell.type("exec", "ecko", "--sample")).isEqualTo(4);
    assertThat(shell.err()).contains("No agent ecko", "(echo)");
  }

  @ParameterizedTest
  @CsvSource({"ruby3.3, provided.al2023", "dotnet8, provided.al2023"})
  void runtimesWithoutAClientAreRefusedInALine(String runtime, String words) throws IOException {
    checkout.write(
        "agents/echo/agent.yaml", TestCheckout.MANIFEST + "code: src\nruntime: " + runtime + "\n");
    assertThat(shell.type("exec", "echo", "--sample")).isEqualTo(2);
    assertThat(shell.err().strip())
        .doesNotContain("\n")
        .contains("agent.yaml: runtime: " + runtime, words);
  }
}
