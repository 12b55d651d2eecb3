package io.longhaul.cli.run;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.service.ServiceCommand;
import io.longhaul.cli.service.ServiceOptions;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Checks what was asked for and writes the service's command line, which the launcher then takes
 * the place of: process id, signals and exit code are the service's own.
 */
@Command(
    name = "run",
    description = "Serves an agent over HTTP until it is stopped.",
    footer = {
      "",
      "Ctrl-C, or SIGTERM, drains: running work finishes or is handed back with its checkpoint.",
      "Example: longhaul run link-auditor --port 0"
    })
public final class RunCommand implements Callable<Integer> {

  private final Shell shell;
  private final Checkout checkout;

  @Parameters(
      paramLabel = "AGENT",
      description = "A name under agents/, or a folder with an agent.yaml.")
  private String agent = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8000",
      description = "Where it listens; 0 takes any free port. ${DEFAULT-VALUE} by default.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "Whom it listens to; 127.0.0.1 by default. Another than loopback needs access.")
  private @Nullable String host;

  @Option(
      names = "--access",
      paramLabel = "MODE",
      description = "Who may call: api-key, jwt, sigv4, network or none.")
  private @Nullable String access;

  @Mixin private final ServiceOptions options = new ServiceOptions();
  @Mixin private final Output output = new Output();

  /** Takes where it was typed. */
  public RunCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > 65_535) {
      throw new Refusal(Exit.USAGE, "--port: found " + port + ", expected 0 to 65535.");
    }
    var command =
        ServiceCommand.of(shell, checkout, agent, options).with(listening()).ready(shell, checkout);
    var plan = new Plan(command);
    if (output.json()) {
      Output.print(shell, Map.of("data", command.data().toString(), "command", command.line()));
      plan.write(List.of());
    } else {
      plan.keep(options.aotWanted(shell));
      plan.write(new Hints(shell, command, agent, reachable(), port, options.data()).lines());
    }
    return Exit.OK.code();
  }

  /** Who listens to every address is reached by loopback too. */
  private String reachable() {
    return host == null || host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
  }

  private List<String> listening() {
    var arguments = new ArrayList<String>(List.of("--port", Integer.toString(port)));
    if (host != null) {
      arguments.addAll(List.of("--host", host));
    }
    if (access != null) {
      arguments.addAll(List.of("--access", access));
    }
    return arguments;
  }
}
