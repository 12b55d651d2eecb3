package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Shell;
import picocli.CommandLine.Command;

/** Shows one job. */
@Command(name = "show", description = "Shows one job.")
final class ShowCommand extends JobCommand {

  ShowCommand(Shell shell, Checkout checkout) {
    super(shell, checkout);
  }

  @Override
  Exit on(ServiceAccess service) {
    print(service.client().job(job));
    return Exit.OK;
  }
}
