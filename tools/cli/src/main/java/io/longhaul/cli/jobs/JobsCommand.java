package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Shell;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The jobs of a service. */
@Command(
    name = "jobs",
    description = "Lists, watches, cancels and repeats the jobs of a service.",
    footer = {
      "",
      "AGENT may be left out when one service runs on this machine. A deployed one is named by"
          + " --url.",
      "Example: longhaul jobs list link-auditor --state failed"
    },
    synopsisSubcommandLabel = "COMMAND")
public final class JobsCommand {

  /** The command with its own commands. */
  public static CommandLine create(Shell shell, Checkout checkout) {
    var line = new CommandLine(new JobsCommand());
    List.of(
            new ListCommand(shell, checkout),
            new ShowCommand(shell, checkout),
            new WatchCommand(shell, checkout),
            new CancelCommand(shell, checkout),
            new RetryCommand(shell, checkout),
            new ResultCommand(shell, checkout))
        .forEach(line::addSubcommand);
    return line;
  }
}
