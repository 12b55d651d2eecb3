package io.longhaul.cli.scaffold;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a new agent that builds, passes its own tests and runs. */
@Command(
    name = "new",
    description = "Writes a new agent that builds, passes its tests and runs.",
    footer = {"", "Example: longhaul new price-watch"})
public final class NewCommand implements Callable<Integer> {

  private final Shell shell;
  private final Checkout checkout;

  @Parameters(
      paramLabel = "NAME",
      description = "2 to 20 of a-z, 0-9 and -. It becomes the folder, host name, queue and role.")
  private String name = "";

  @Mixin private final Output output = new Output();

  /** Writes under the checkout's agents/. */
  public NewCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  @Override
  public Integer call() {
    var agent = new AgentName(name);
    var folder = checkout.agents().resolve(agent.value());
    if (Files.exists(folder)) {
      throw new Refusal(
          Exit.USAGE, folder + " exists already; choose another name, or remove it first.");
    }
    try {
      report(agent, write(agent, folder));
    } catch (IOException e) {
      throw new Refusal(Exit.FAILED, "Cannot write the agent: " + e);
    }
    return Exit.OK.code();
  }

  private List<Path> write(AgentName agent, Path folder) throws IOException {
    var pom = AgentsPom.read(checkout.agents().resolve("pom.xml"));
    var written = new ArrayList<Path>();
    for (var file : new Template(agent, pom.version()).files().entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      written.add(path);
    }
    pom.add(agent.value());
    written.add(pom.file());
    return written;
  }

  private void report(AgentName agent, List<Path> written) {
    var paths = written.stream().map(path -> checkout.root().relativize(path).toString()).toList();
    if (output.json()) {
      Output.print(shell, Map.of("name", agent.value(), "written", paths));
      return;
    }
    paths.forEach(shell.out()::println);
    shell.say("Try it: ./longhaul exec %s --sample".formatted(agent.value()));
    shell.say("Test it: ./mvnw -pl agents/%s -am test".formatted(agent.value()));
  }
}
