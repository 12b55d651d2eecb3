package io.longhaul.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.aot.TrainCommand;
import io.longhaul.cli.check.ManifestCommand;
import io.longhaul.cli.doctor.DoctorCommand;
import io.longhaul.cli.exec.ExecCommand;
import io.longhaul.cli.jobs.JobsCommand;
import io.longhaul.cli.run.RehearseCommand;
import io.longhaul.cli.run.RunCommand;
import io.longhaul.cli.scaffold.NewCommand;
import io.longhaul.cli.send.SendCommand;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command, with all its commands. */
@Command(
    name = "longhaul",
    description = "Runs agents as services, and their jobs for as long as they need.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    footer = {"", "AGENT is a name under agents/, or a path to a folder with an agent.yaml."})
final class Longhaul {

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  /** Builds the whole tree. Nothing runs yet. */
  static CommandLine create(Shell shell, Checkout checkout) {
    var line = new CommandLine(new Longhaul());
    line.addSubcommand(new RunCommand(shell, checkout))
        .addSubcommand(new ExecCommand(shell, checkout))
        .addSubcommand(new SendCommand(shell, checkout))
        .addSubcommand(JobsCommand.create(shell, checkout))
        .addSubcommand(new NewCommand(shell, checkout))
        .addSubcommand(ManifestCommand.create(shell, checkout))
        .addSubcommand(new DoctorCommand(shell, checkout))
        .addSubcommand(new CompletionCommand(shell))
        .addSubcommand(new ReferenceCommand(shell))
        .addSubcommand(new TrainCommand(checkout))
        .addSubcommand(new RehearseCommand(shell, checkout));
    configure(line, shell);
    return line;
  }

  private static void configure(CommandLine line, Shell shell) {
    line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
    line.setOut(new PrintWriter(shell.out(), true, UTF_8));
    line.setErr(new PrintWriter(shell.err(), true, UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(shell.interactive() ? Ansi.AUTO : Ansi.OFF));
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, _, _) -> failed(shell, e));
  }

  private static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    for (var exit : Exit.values()) {
      codes.put(Integer.toString(exit.code()), exit.meaning());
    }
    return codes;
  }

  private static int failed(Shell shell, Exception e) {
    if (e instanceof Refusal refusal) {
      shell.say("longhaul: " + refusal.getMessage());
      return refusal.exit().code();
    }
    shell.say("longhaul: a defect of this command: " + e);
    e.printStackTrace(shell.err());
    return Exit.BUG.code();
  }
}
