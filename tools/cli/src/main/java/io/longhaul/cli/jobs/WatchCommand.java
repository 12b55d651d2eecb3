package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.api.JobProgress;
import io.longhaul.cli.api.JobView;
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
    var view = followed(new JobWatch(service.client(), service.alive()));
    if (!output.json()) {
      print(view);
    }
    return outcome(view);
  }

  private JobView followed(JobWatch watch) {
    if (output.json()) {
      return watch.follow(job, state -> Output.printLine(shell, state.json()));
    }
    try (var progress = JobProgress.on(shell)) {
      return watch.follow(job, progress::show);
    }
  }
}
