package io.longhaul.cli.check;

import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.InvalidManifest;
import io.longhaul.manifest.ManifestReader;
import io.longhaul.manifest.binding.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Every problem of one manifest or of all. */
@Command(
    name = "check",
    description =
        "Prints every problem of a manifest, a line each with file and line; exit code 1 if there"
            + " is one.")
final class CheckCommand implements Callable<Integer> {

  private static final String ALL = "all";

  private final Shell shell;
  private final Checkout checkout;

  @Parameters(
      paramLabel = "AGENT|all",
      defaultValue = ALL,
      description = "A name under agents/, a folder with an agent.yaml, or all agents.")
  private String agent = ALL;

  @Mixin private final Output output = new Output();

  CheckCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  @Override
  public Integer call() {
    var agents = agent.equals(ALL) ? checkout.names() : List.of(agent);
    var problems =
        agents.stream()
            .map(name -> AgentFolder.find(checkout, shell.folder(), name))
            .flatMap(CheckCommand::problems)
            .toList();
    if (output.json()) {
      Output.print(shell, Map.of("problems", problems.stream().map(CheckCommand::json).toList()));
    } else {
      problems.forEach(problem -> shell.out().println(problem.text()));
      shell.say("%d checked, %d problems".formatted(agents.size(), problems.size()));
    }
    return (problems.isEmpty() ? Exit.OK : Exit.FAILED).code();
  }

  private static Stream<Problem> problems(AgentFolder agent) {
    try {
      new ManifestReader().read(agent.manifestFile(), "local");
      return Stream.empty();
    } catch (InvalidManifest e) {
      return e.problems().stream();
    }
  }

  private static Map<String, Object> json(Problem problem) {
    var json = new LinkedHashMap<String, Object>();
    json.put("file", problem.position().file());
    json.put("line", problem.position().line());
    json.put("column", problem.position().column());
    json.put("key", problem.position().key());
    json.put("found", problem.found());
    json.put("expected", problem.expected());
    if (problem.nearest() != null) {
      json.put("nearest", problem.nearest());
    }
    json.put("text", problem.text());
    return json;
  }
}
