package io.longhaul.cli.doctor;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Shell;
import io.longhaul.cli.shell.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What this machine lacks. */
@Command(
    name = "doctor",
    description = "Says what is missing on this machine, and the command that mends it.",
    footer = {"", "Without a JDK 25 no command runs; each then says how to get one."})
public final class DoctorCommand implements Callable<Integer> {

  private final Shell shell;
  private final Checkout checkout;

  @Mixin private final Output output = new Output();

  /** Looks at this process's machine. */
  public DoctorCommand(Shell shell, Checkout checkout) {
    this.shell = shell;
    this.checkout = checkout;
  }

  @Override
  public Integer call() {
    var findings = Machine.of(shell, checkout).findings();
    if (output.json()) {
      Output.print(shell, Map.of("findings", findings.stream().map(DoctorCommand::json).toList()));
    } else {
      print(findings);
    }
    var whole = findings.stream().noneMatch(f -> f.level() == Finding.Level.MISSING);
    return (whole ? Exit.OK : Exit.FAILED).code();
  }

  private void print(List<Finding> findings) {
    var table = new Table("", "WHAT", "FOUND", "TO MEND IT");
    for (var finding : findings) {
      table.row(
          name(finding),
          finding.what(),
          finding.found(),
          finding.mend() == null ? "" : finding.mend());
    }
    shell.out().print(table);
  }

  private static Map<String, Object> json(Finding finding) {
    var json = new LinkedHashMap<String, Object>();
    json.put("level", name(finding));
    json.put("what", finding.what());
    json.put("found", finding.found());
    if (finding.mend() != null) {
      json.put("mend", finding.mend());
    }
    return json;
  }

  private static String name(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }
}
