package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.api.JobView;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Shell;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands about one job share: which job, of which service. */
abstract class JobCommand implements Callable<Integer> {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  final Shell shell;
  private final Checkout checkout;

  @Parameters(
      index = "0",
      paramLabel = "JOB",
      description = "The job's id; may also stand behind the agent.")
  String job = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "AGENT",
      description = "The agent whose service it is.")
  private @Nullable String agent;

  @Mixin private final Target target = new Target();
  @Mixin final Output output = new Output();

  JobCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  /** Does it, and says how the command ends. */
  abstract Exit on(ServiceAccess service);

  @Override
  public final Integer call() {
    if (agent != null && isId(agent) && !isId(job)) {
      // typed as in `jobs list AGENT`
      var id = agent;
      agent = job;
      job = id;
    }
    try (var service = target.open(shell, checkout, agent)) {
      return on(service).code();
    }
  }

  private static boolean isId(String word) {
    return ID.matcher(word).matches();
  }

  final void print(JobView view) {
    if (output.json()) {
      Output.print(shell, view.json());
    } else {
      shell.out().print(new JobDetails(view));
    }
  }

  static Exit outcome(JobView view) {
    return switch (view.state()) {
      case "failed" -> Exit.FAILED;
      case "cancelled" -> Exit.CANCELLED;
      default -> Exit.OK;
    };
  }
}
