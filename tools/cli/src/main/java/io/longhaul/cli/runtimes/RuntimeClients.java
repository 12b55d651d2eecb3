package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.Manifest;
import java.util.Optional;

/** Sees to the client that a Lambda handler's runtime needs. */
public final class RuntimeClients {

  private final Shell shell;
  private final Checkout checkout;

  /** Installs into the checkout's data folder. */
  public RuntimeClients(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  /**
   * Looks at the manifest alone.
   *
   * @throws Refusal if no client for its runtime is built in
   */
  public static void check(AgentFolder agent, Manifest manifest) {
    if (manifest.runtime() == null) {
      return;
    }
    var word = manifest.runtime().word();
    if (word.startsWith("ruby") || word.startsWith("dotnet")) {
      throw refused(
          agent,
          word,
          "has no client here. Bring it as a custom runtime: 'runtime: provided.al2023', and in code a program named bootstrap that holds the language's own client");
    }
  }

  /**
   * Installs what is missing, which takes a while once.
   *
   * @return empty if the runtime needs no client
   * @throws Refusal if it cannot be installed
   */
  public Optional<RuntimeClient> ready(Manifest manifest) {
    var runtime = manifest.runtime();
    if (runtime == null) {
      return Optional.empty();
    }
    var java = Jdks.wanted(runtime);
    if (java.isPresent()) {
      return Optional.of(java(manifest.name(), runtime.word(), java.getAsInt()));
    }
    var node = Nodes.wanted(runtime);
    if (node.isPresent()) {
      return Optional.of(new NodeInstall(shell, checkout, manifest, node.getAsInt()).ready());
    }
    var wanted = Pythons.wanted(runtime);
    return wanted.isPresent()
        ? Optional.of(python(manifest.name(), wanted.getAsInt()))
        : Optional.empty();
  }

  private RuntimeClient java(String agent, String runtime, int wanted) {
    var jdk = new Jdks(shell).nearest(wanted);
    var exact = jdk.version() == wanted;
    if (!exact) {
      shell.say(
          "Warning: %s asks for %s; this machine runs it on java%d, the next newer that it has."
              .formatted(agent, runtime, jdk.version()));
    }
    return new JavaInstall(shell, checkout, JavaClient.of(checkout)).on(jdk, runtime, exact);
  }

  private RuntimeClient python(String agent, int wanted) {
    var known = PythonClient.of(checkout, wanted);
    if (known.complete()) {
      return known.found(true);
    }
    var pythons = new Pythons(shell);
    var python =
        pythons.nearest(wanted).orElseThrow(() -> noPython(agent, wanted, pythons.install()));
    if (python.minor() != wanted) {
      shell.say(
          "Warning: %s asks for %s; this machine runs it on %s, the nearest that it has."
              .formatted(agent, Python.version(wanted), python.version()));
    }
    var client = PythonClient.of(checkout, python.minor());
    new PythonInstall(shell, client, python).ready();
    return client.found(python.minor() == wanted);
  }

  private static Refusal noPython(String agent, int wanted, String install) {
    return new Refusal(
        Exit.BUILD_FAILED,
        "%s asks for %s, and no python3 on the PATH, of pyenv or of uv is 3.%d or later and starts. Install one: %s"
            .formatted(agent, Python.version(wanted), Pythons.OLDEST, install));
  }

  private static Refusal refused(AgentFolder agent, String word, String why) {
    return new Refusal(
        Exit.USAGE, "%s: runtime: %s %s.".formatted(agent.manifestFile(), word, why));
  }
}
