package io.longhaul.cli.send;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.service.ServiceCommand;
import io.longhaul.cli.service.ServiceFile;
import io.longhaul.cli.service.ServiceOptions;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import io.longhaul.cli.shell.Table;
import io.longhaul.manifest.Manifest;
import io.longhaul.manifest.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Delivers an event, as its source in AWS would. */
@Command(
    name = "send",
    description = "Delivers an event as a queue, bucket, topic, bus or schedule would.",
    footer = {
      "",
      "Takes the service that holds the data folder, else starts one and stops it at the end.",
      "A message that failed comes again, as from a queue; exit code 1 tells that one is left.",
      "Example: echo '{\"order\": 7}' | longhaul send order-importer --sqs -"
    })
public final class SendCommand implements Callable<Integer> {

  private final Shell shell;
  private final Checkout checkout;

  @Parameters(
      paramLabel = "AGENT",
      description = "A name under agents/, or a folder with an agent.yaml.")
  private String agent = "";

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  @Option(
      names = "--trigger",
      paramLabel = "N",
      description = "Which trigger of that source in agent.yaml, from 1; the first that fits.")
  private int trigger;

  @Option(
      names = "--receives",
      paramLabel = "N",
      description = "How often a message that fails is delivered; jobs.attempts by default.")
  private @Nullable Integer receives;

  @Option(
      names = "--async",
      description =
          "Leave the messages to jobs of the running service, and print their ids at once.")
  private boolean async;

  @Mixin private final ServiceOptions options = new ServiceOptions();
  @Mixin private final Output output = new Output();

  /** Takes where it was typed. */
  public SendCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  @Override
  public Integer call() {
    var command = ServiceCommand.of(shell, checkout, agent, options);
    int most = receives == null ? command.manifest().jobs().attempts() : receives;
    if (most < 1 || trigger < 0) {
      throw new Refusal(Exit.USAGE, "--receives and --trigger: expected 1 or more.");
    }
    var event = event(command.manifest());
    if (async && ServiceFile.alive(command.data()).isEmpty()) {
      throw new Refusal(
          Exit.UNAVAILABLE,
          "--async needs a service that runs on: longhaul run %s".formatted(agent));
    }
    try (var service = ServiceAccess.of(shell, checkout, command)) {
      return async
          ? accepted(service.client().deliver(source.word(), event, trigger, true))
          : delivered(
              new Receives(shell, service.client(), source.word(), trigger, most).deliver(event));
    }
  }

  private JsonNode event(Manifest manifest) {
    return source.file().isEmpty()
        ? JsonNodeFactory.instance.objectNode()
        : EventFile.read(shell, source.word(), source.file())
            .event(source.word(), buckets(manifest));
  }

  private List<Trigger.S3> buckets(Manifest manifest) {
    return manifest.triggers().stream()
        .filter(Trigger.S3.class::isInstance)
        .map(Trigger.S3.class::cast)
        .skip(Math.max(0, trigger - 1))
        .toList();
  }

  private int accepted(JsonNode report) {
    if (output.json()) {
      Output.print(shell, report);
    } else {
      var table = new Table("JOB", "MESSAGES", "");
      for (var execution : report.path("executions")) {
        table.row(
            execution.path("execution_id").asString("-"),
            execution.path("done").size() + execution.path("again").size(),
            execution.path("error").path("message").asString(""));
      }
      shell.out().print(table);
    }
    var refused =
        report.path("executions").valueStream().anyMatch(run -> !run.path("again").isEmpty());
    return (refused ? Exit.FAILED : Exit.OK).code();
  }

  private int delivered(Receives.Outcome outcome) {
    if (output.json()) {
      Output.print(
          shell,
          Map.of(
              "messages", outcome.messages().values().stream().map(SendCommand::view).toList(),
              "executions", outcome.executions()));
    } else {
      var table = new Table("MESSAGE", "STATE", "RECEIVES", "EXECUTION", "");
      for (var message : outcome.messages().values()) {
        table.row(
            message.id(), state(message), message.receives(), message.execution(), message.error());
      }
      shell.out().print(table);
    }
    return (outcome.done() ? Exit.OK : Exit.FAILED).code();
  }

  private static Map<String, Object> view(Receives.Message message) {
    var view = new LinkedHashMap<String, Object>();
    view.put("message_id", message.id());
    view.put("state", state(message));
    view.put("receives", message.receives());
    view.put("execution_id", message.execution());
    view.put("error", message.error());
    return view;
  }

  private static String state(Receives.Message message) {
    return message.done() ? "done" : "failed";
  }
}
