package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.api.JobView;
import io.longhaul.cli.api.ServiceClient;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import io.longhaul.cli.shell.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All jobs of a service, newest first. */
@Command(name = "list", description = "Lists jobs, newest first.")
final class ListCommand implements Callable<Integer> {

  private final Shell shell;
  private final Checkout checkout;

  @Parameters(arity = "0..1", paramLabel = "AGENT", description = "The agent whose jobs to list.")
  private @Nullable String agent;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only these: queued, running, succeeded, failed or cancelled.")
  private @Nullable String state;

  @Option(names = "--limit", paramLabel = "N", description = "At most N; all by default.")
  private int limit = Integer.MAX_VALUE;

  @Mixin private final Target target = new Target();
  @Mixin private final Output output = new Output();

  ListCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Refusal(Exit.USAGE, "--limit: found " + limit + ", expected 1 or more.");
    }
    try (var service = target.open(shell, checkout, agent)) {
      var jobs = all(service.client());
      if (output.json()) {
        Output.print(shell, Map.of("jobs", jobs.stream().map(JobView::json).toList()));
      } else if (jobs.isEmpty()) {
        shell.say("No jobs" + (state == null ? "." : " that are " + state + "."));
      } else {
        print(jobs);
      }
      return Exit.OK.code();
    }
  }

  private List<JobView> all(ServiceClient client) {
    var jobs = new ArrayList<JobView>();
    @Nullable String cursor = null;
    do {
      var page = client.page(state, cursor);
      page.path("jobs").forEach(job -> jobs.add(new JobView(job)));
      cursor = page.path("next_cursor").asString(null);
    } while (cursor != null && jobs.size() < limit);
    return jobs.size() > limit ? jobs.subList(0, limit) : jobs;
  }

  private void print(List<JobView> jobs) {
    var table = new Table("JOB", "STATE", "ATTEMPT", "PROGRESS", "CREATED", "TOOK", "");
    for (var job : jobs) {
      table.row(
          job.id(),
          job.state(),
          job.attempt(),
          JobDetails.percent(job),
          JobDetails.created(job),
          JobDetails.took(job),
          job.error().isEmpty() ? job.message() : job.error());
    }
    shell.out().print(table);
  }
}
