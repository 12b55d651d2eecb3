package io.longhaul.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A checkout with one agent, built: its class path is this test's. */
public record TestCheckout(Path root) {

  public static final String MANIFEST =
      """
      manifest: 1
      name: echo
      version: 1.2.3
      description: Gives its input back
      handler: example.Echo
      """;

  public static TestCheckout in(Path folder) throws IOException {
    var checkout = new TestCheckout(folder.toRealPath());
    checkout.write("agents/echo/agent.yaml", MANIFEST);
    checkout.write("agents/echo/sample/input.json", "{\"sample\": true}");
    var classPath = System.getProperty("java.class.path");
    checkout.write(".longhaul/.build/agent-runtime.app/class-path", classPath + "\n");
    checkout.write(".longhaul/.build/agents.echo/class-path", "/nowhere/echo.jar\n");
    return checkout;
  }

  /** Writes a file and the folders above it. */
  public Path write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Says that a service of this process holds the agent's data folder. */
  public void running(java.net.URI url) throws IOException {
    write(
        ".longhaul/echo/service.json",
        "{\"pid\": %d, \"url\": \"%s\"}".formatted(ProcessHandle.current().pid(), url));
  }
}
