package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Shell;
import picocli.CommandLine.Command;

/** Prints the output of a job that succeeded. */
@Command(name = "result", description = "Prints the output of a job that succeeded.")
final class ResultCommand extends JobCommand {

  ResultCommand(Shell shell, Checkout checkout) {
    super(shell, checkout);
  }

  @Override
  Exit on(ServiceAccess service) {
    Output.print(shell, service.client().result(job));
    return Exit.OK;
  }
}
