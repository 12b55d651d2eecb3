package io.longhaul.app;

import io.longhaul.lifecycle.StartFailure;
import java.util.List;

/** Runs one agent as a service until a signal ends it. */
public final class Main {

  private Main() {}

  /** Takes the options of {@link OptionKey}; exits as {@link io.longhaul.lifecycle.ExitCode}. */
  public static void main(String[] args) {
    try {
      var options = CommandLine.parse(List.of(args));
      var service = Service.start(options, System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(new Stop(service), "stop"));
      System.out.println(service.greeting());
    } catch (StartFailure failure) {
      System.err.println(failure.description());
      System.err.println("  → " + failure.action());
      System.exit(failure.code().number());
    }
  }
}
