package io.longhaul.cli.service;

import io.longhaul.cli.shell.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a service, handed on as they are: the service checks their values. */
public final class ServiceOptions {

  @Option(
      names = "--environment",
      paramLabel = "E",
      defaultValue = "local",
      description = "The environment whose overlay and values hold; ${DEFAULT-VALUE} by default.")
  private String environment = "local";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where it keeps its jobs, for one process at a time; .longhaul/NAME by default.")
  private @Nullable String data;

  @Option(
      names = "--jobs",
      paramLabel = "STORE",
      description =
          "Where jobs are kept: embedded, a file in the data folder, which is the default.")
  private @Nullable String jobs;

  @Option(
      names = "--drain",
      paramLabel = "D",
      description = "How long running work may finish after a stop; 30s by default.")
  private @Nullable String drain;

  @Option(
      names = "--log-level",
      paramLabel = "L",
      description = "trace, debug, info, warn or error.")
  private @Nullable String logLevel;

  @Option(
      names = "--no-aot",
      description = "Start without the AOT cache, and make none; LONGHAUL_AOT=off does it too.")
  private boolean noAot;

  /** The environment's name. */
  public String environment() {
    return environment;
  }

  /** The data folder as typed; null for the default. */
  public @Nullable String data() {
    return data;
  }

  /** Whether the AOT cache is used and made. */
  public boolean aotWanted(Shell shell) {
    return !noAot && !"off".equals(shell.variable("LONGHAUL_AOT"));
  }

  /** The arguments for the service. */
  List<String> arguments(Path manifest, Path dataFolder) {
    var arguments = new ArrayList<String>();
    add(arguments, "--manifest", manifest.toString());
    add(arguments, "--data", dataFolder.toString());
    add(arguments, "--environment", environment);
    add(arguments, "--jobs", jobs);
    add(arguments, "--drain", drain);
    add(arguments, "--log-level", logLevel);
    return List.copyOf(arguments);
  }

  private static void add(List<String> arguments, String name, @Nullable String value) {
    if (value != null) {
      arguments.add(name);
      arguments.add(value);
    }
  }
}
