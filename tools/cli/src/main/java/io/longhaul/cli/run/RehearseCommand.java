package io.longhaul.cli.run;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.aot.TrainCommand;
import io.longhaul.cli.api.ServiceClient;
import io.longhaul.cli.service.ServiceCommand;
import io.longhaul.cli.service.ServiceOptions;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does what run and exec do before a service answers, so that the AOT cache holds its classes. */
@Command(name = TrainCommand.REHEARSE, hidden = true)
public final class RehearseCommand implements Callable<Integer> {

  private final Shell shell;
  private final Checkout checkout;

  @Mixin private final ServiceOptions options = new ServiceOptions();

  /** Reads the checkout's agents. */
  public RehearseCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  @Override
  public Integer call() {
    for (var agent : checkout.names()) {
      try {
        var command = ServiceCommand.of(shell, checkout, agent, options);
        new Hints(shell, command, agent, "127.0.0.1", 8000, null).lines().forEach(shell::say);
      } catch (Refusal e) {
        shell.say(e.getMessage());
      }
    }
    // Nobody listens on the discard port; opening a client loads most of what talking needs.
    try (var client = new ServiceClient(URI.create("http://127.0.0.1:9"), null)) {
      shell.say("A service there: " + client.healthy());
    }
    return Exit.OK.code();
  }
}
