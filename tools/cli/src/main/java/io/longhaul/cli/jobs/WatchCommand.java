package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.api.JobProgress;
import io.longhaul.cli.api.JobWatch;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Shell;
import picocli.CommandLine.Command;

/** Follows a job until it has ended; the exit code is its outcome. */
@Command(
    name = "watch",
    description = "Follows a job until it has ended; the exit code is its outcome.")
final class WatchCommand extends JobCommand {

  WatchCommand(Shell shell, Checkout checkout) {
    super(shell, checkout);
  }

  @Override
  Exit on(ServiceAccess service) {
    var watch = new JobWatch(service.client(), service.alive());
    try (var progress = JobProgress.on(shell)) {
      var view =
          watch.follow(
              job, output.json() ? state -> Output.printLine(shell, state.json()) : progress::show);
      progress.close();
      if (!output.json()) {
        print(view);
      }
      return outcome(view);
    }
  }
}
