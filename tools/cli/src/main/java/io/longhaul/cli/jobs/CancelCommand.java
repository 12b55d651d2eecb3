package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Shell;
import picocli.CommandLine.Command;

/** Asks a job to stop; it is cancelled once its handler has. */
@Command(name = "cancel", description = "Asks a job to stop; it is cancelled once its handler has.")
final class CancelCommand extends JobCommand {

  CancelCommand(Shell shell, Checkout checkout) {
    super(shell, checkout);
  }

  @Override
  Exit on(ServiceAccess service) {
    print(service.client().cancel(job));
    return Exit.OK;
  }
}
