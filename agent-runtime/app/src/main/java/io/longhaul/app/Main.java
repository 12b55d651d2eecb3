package io.longhaul.app;

import io.longhaul.lifecycle.Place;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.logs.Logs;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Runs one agent as a service until a signal ends it. */
public final class Main {

  private Main() {}

  /** Takes the options of {@link OptionKey}; exits as {@link io.longhaul.lifecycle.ExitCode}. */
  public static void main(String[] args) {
    try {
      var options = CommandLine.parse(List.of(args));
      var service = Service.start(options, System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(new Stop(service), "stop"));
      if (Place.of(System.getenv()) == Place.LOCAL) {
        System.out.println(service.greeting());
      }
    } catch (StartFailure failure) {
      tell(failure);
      System.exit(failure.code().number());
    }
  }

  /** People read lines; on ECS this one must be found by its level like every other. */
  private static void tell(StartFailure failure) {
    if (Place.of(System.getenv()) == Place.LOCAL) {
      System.err.println(failure.description());
      System.err.println("  → " + failure.action());
    } else {
      Logs.start(true, "info");
      log(failure);
    }
  }

  static void log(StartFailure failure) {
    LoggerFactory.getLogger(Main.class)
        .error("not started: {} → {}", failure.description(), failure.action());
  }
}
