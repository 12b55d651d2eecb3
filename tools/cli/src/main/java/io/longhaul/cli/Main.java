package io.longhaul.cli;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Shell;
import java.nio.file.Path;

/** Where the launcher enters. */
public final class Main {

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var root = Path.of(System.getProperty("longhaul.root", "")).toAbsolutePath();
    System.exit(Longhaul.create(Shell.ofProcess(), new Checkout(root)).execute(arguments));
  }

  private Main() {}
}
