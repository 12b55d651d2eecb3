package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Shell;
import picocli.CommandLine.Command;

/** Runs a failed or cancelled job again. */
@Command(name = "retry", description = "Runs a failed or cancelled job again.")
final class RetryCommand extends JobCommand {

  RetryCommand(Shell shell, Checkout checkout) {
    super(shell, checkout);
  }

  @Override
  Exit on(ServiceAccess service) {
    print(service.client().retry(job));
    return Exit.OK;
  }
}
