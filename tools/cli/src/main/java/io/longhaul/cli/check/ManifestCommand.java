package io.longhaul.cli.check;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Commands about manifests. */
@Command(
    name = "manifest",
    description = "Checks agents' manifests.",
    synopsisSubcommandLabel = "COMMAND")
public final class ManifestCommand {

  /** The command with its own commands. */
  public static CommandLine create(Shell shell, Checkout checkout) {
    return new CommandLine(new ManifestCommand()).addSubcommand(new CheckCommand(shell, checkout));
  }
}
