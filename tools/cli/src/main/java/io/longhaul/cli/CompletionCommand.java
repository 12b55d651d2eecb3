package io.longhaul.cli;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The script that makes Tab know commands and options. */
@Command(
    name = "completion",
    description = "Prints the script for Tab completion.",
    footer = {
      "",
      "bash: source <(longhaul completion bash)",
      "zsh:  source <(longhaul completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {

  /** Shells that the script is made for. */
  enum ShellName {
    bash,
    zsh
  }

  private final Shell shell;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private ShellName name = ShellName.bash;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    // One script serves both: picocli's switches zsh to bash's way of completing.
    if (name == ShellName.zsh) {
      shell.out().println("autoload -U +X compinit && compinit");
    }
    shell.out().println(AutoComplete.bash("longhaul", spec.root().commandLine()));
    return Exit.OK.code();
  }
}
