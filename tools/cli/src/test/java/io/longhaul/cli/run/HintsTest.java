package io.longhaul.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.TestShell;
import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.service.ServiceCommand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintsTest {

  private TestCheckout files;

  @BeforeEach
  void checkOut(@TempDir Path folder) throws Exception {
    files = TestCheckout.in(folder);
  }

  @Test
  void sampleIsSentFromItsFile() {
    assertThat(hints("127.0.0.1", 8000))
        .contains(
            "  curl --json @agents/echo/sample/input.json http://127.0.0.1:8000/execute",
            "  http://127.0.0.1:8000/docs in a browser");
  }

  @Test
  void sampleThatWantsItsOwnSiteIsPointedAtTheService() throws Exception {
    files.write("agents/echo/sample/input.json", "{\"url\": \"${site}/\"}\n");
    assertThat(hints("127.0.0.1", 8001))
        .contains(
            "  curl --json '{\"url\": \"http://127.0.0.1:8001/\"}' http://127.0.0.1:8001/execute");
  }

  @Test
  void portThatIsNotKnownYetIsNotTold() {
    assertThat(hints("127.0.0.1", 0)).noneMatch(line -> line.contains("curl"));
  }

  @Test
  void hostIsTheOneItListensTo() {
    assertThat(hints("::1", 8000)).contains("  http://[::1]:8000/docs in a browser");
  }

  @Test
  void ownPathsOfAnAgentWithHttpEventsStandUnderTheirPrefix() throws Exception {
    files.write(
        "agents/echo/agent.yaml",
        """
        manifest: 1
        name: echo
        version: 1.0.0
        description: Answers paths of its own.
        runtime: python3.13
        handler: app.handler
        code: src
        http: {event: api-gateway-v2}
        """);
    assertThat(hints("127.0.0.1", 8000))
        .anyMatch(line -> line.endsWith(" http://127.0.0.1:8000/-/execute"))
        .contains("  http://127.0.0.1:8000/-/docs in a browser");
  }

  private List<String> hints(String host, int port) {
    var root = files.root();
    var agent = AgentFolder.find(new Checkout(root), root, "echo");
    var command =
        new ServiceCommand(
            agent,
            agent.manifest("local"),
            root.resolve("data"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true);
    return new Hints(new TestShell(root).shell(), command, "echo", host, port, null).lines();
  }
}
