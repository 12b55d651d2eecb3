package io.longhaul.cli.exec;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.api.JobProgress;
import io.longhaul.cli.api.JobView;
import io.longhaul.cli.api.JobWatch;
import io.longhaul.cli.api.ServiceLost;
import io.longhaul.cli.sample.Sample;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.service.ServiceCommand;
import io.longhaul.cli.service.ServiceOptions;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Interrupts;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one job and prints its output. */
@Command(
    name = "exec",
    description = "Runs one job and prints its output.",
    footer = {
      "",
      "Takes the service that holds the data folder, else starts one and stops it at the end.",
      "Ctrl-C cancels the job; a second one stops waiting for it.",
      "Example: longhaul exec link-auditor --input '{\"url\": \"https://example.com\"}'"
    })
public final class ExecCommand implements Callable<Integer> {

  private final Shell shell;
  private final Checkout checkout;

  @Parameters(
      paramLabel = "AGENT",
      description = "A name under agents/, or a folder with an agent.yaml.")
  private String agent = "";

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Mixin private final ServiceOptions options = new ServiceOptions();
  @Mixin private final Output output = new Output();

  /** Where the input comes from: one of the two. */
  static final class Source {
    @Option(
        names = "--input",
        paramLabel = "FILE|-|JSON",
        description = "A file, - for standard input, or the JSON itself.")
    @Nullable String input;

    @Option(names = "--sample", description = "The agent's own sample/input.json.")
    boolean sample;
  }

  /** Takes where it was typed. */
  public ExecCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  @Override
  public Integer call() {
    var command = ServiceCommand.of(shell, checkout, agent, options);
    try (var sample = sample(command);
        var service = ServiceAccess.of(shell, checkout, command)) {
      return run(service, sample.input());
    }
  }

  private Sample sample(ServiceCommand command) {
    return source.input == null
        ? Sample.open(command.agent().folder())
        : new Sample(new Input(shell).read(source.input), null);
  }

  private int run(ServiceAccess service, String input) {
    var id = service.client().submit(input);
    try {
      return report(service, followed(service, id));
    } catch (ServiceLost e) {
      throw new Refusal(
          Exit.UNAVAILABLE,
          "The service went away while job %s ran.%s The job continues when a service holds the data folder again: longhaul run %s"
              .formatted(id, service.whereItLogs(), agent));
    }
  }

  private JobView followed(ServiceAccess service, String id) {
    try (var progress = JobProgress.on(shell);
        var _ = new Interrupts(() -> cancel(service, id), ExecCommand::stop)) {
      return new JobWatch(service.client(), service.alive()).follow(id, progress::show);
    }
  }

  private static void stop() {
    Runtime.getRuntime().exit(Exit.INTERRUPTED.code());
  }

  private void cancel(ServiceAccess service, String id) {
    shell.say("Cancelling job " + id + "; Ctrl-C again stops waiting for it.");
    try {
      service.client().cancel(id);
    } catch (Refusal e) {
      shell.say("It could not be cancelled: " + e.getMessage());
    }
  }

  private int report(ServiceAccess service, JobView job) {
    return switch (job.state()) {
      case "succeeded" -> {
        var result = service.client().result(job.id());
        Output.print(shell, output.json() ? Map.of("job", job.json(), "result", result) : result);
        yield Exit.OK.code();
      }
      case "cancelled" -> {
        failed(job, "was cancelled");
        yield Exit.CANCELLED.code();
      }
      default -> {
        failed(job, "failed: " + job.error());
        yield Exit.FAILED.code();
      }
    };
  }

  private void failed(JobView job, String how) {
    if (output.json()) {
      Output.print(shell, Map.of("job", job.json()));
    }
    shell.say("Job " + job.id() + " " + how);
  }
}
