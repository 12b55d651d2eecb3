package io.longhaul.app;

import io.longhaul.config.InvalidConfig;
import io.longhaul.jobs.embedded.StoreUnusable;
import io.longhaul.lambda.UnusableFunction;
import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.manifest.InvalidManifest;
import io.longhaul.nativeagent.UnusableAgent;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;

/** Says of what stopped a start what it is, and what to do. */
final class StartProblems {

  private StartProblems() {}

  static StartFailure of(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .map(StartProblems::known)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> unknown(thrown));
  }

  private static Optional<StartFailure> known(@Nullable Throwable thrown) {
    return Optional.ofNullable(
        switch (thrown) {
          case StartFailure failure -> failure;
          case InvalidManifest invalid ->
              configuration(invalid, "Mend the manifest; longhaul manifest check shows the same.");
          case InvalidConfig invalid ->
              configuration(invalid, "Set what is missing, and start again.");
          case UnusableAgent unusable ->
              configuration(unusable, "Mend the agent or its manifest, build it, and start again.");
          case UnusableFunction unusable ->
              configuration(unusable, "Mend the agent or its manifest, and start again.");
          case StoreUnusable unusable -> store(unusable);
          case PortInUseException taken -> port(taken.getPort(), taken);
          case ConnectorStartFailedException taken -> port(taken.getPort(), taken);
          case BindException refused ->
              new StartFailure(
                  ExitCode.START_FAILED,
                  "The service cannot listen there: " + refused.getMessage(),
                  "Choose an address of this machine with --host, and a free port with --port.",
                  refused);
          case null, default -> null;
        });
  }

  private static StartFailure configuration(Exception invalid, String action) {
    return new StartFailure(
        ExitCode.CONFIGURATION, String.valueOf(invalid.getMessage()), action, invalid);
  }

  /** The message names the way out itself. */
  private static StartFailure store(StoreUnusable unusable) {
    return new StartFailure(
        unusable.taken() ? ExitCode.LOCKED : ExitCode.START_FAILED,
        "The jobs of this service cannot be kept.",
        String.valueOf(unusable.getMessage()),
        unusable);
  }

  private static StartFailure port(int port, Exception taken) {
    return new StartFailure(
        ExitCode.START_FAILED,
        "Port %d is taken by another process.".formatted(port),
        "Stop that process, or choose another port: --port 0 takes any free one.",
        taken);
  }

  private static StartFailure unknown(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new StartFailure(
        ExitCode.START_FAILED,
        "The service could not start: " + root,
        "Start again with --log-level debug, which shows where it comes from.",
        thrown);
  }
}
