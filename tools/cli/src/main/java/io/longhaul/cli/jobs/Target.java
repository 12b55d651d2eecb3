package io.longhaul.cli.jobs;

import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.service.ServiceAccess;
import io.longhaul.cli.service.ServiceFile;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service's jobs: named by its agent, its data folder or its address. */
final class Target {

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "A deployed service's address; its key is read from LONGHAUL_API_KEY.")
  private @Nullable URI url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder of a service on this machine.")
  private @Nullable String data;

  /**
   * Connects.
   *
   * @param agent AGENT as typed; null takes the one service that runs
   */
  ServiceAccess open(Shell shell, Checkout checkout, @Nullable String agent) {
    if (url != null) {
      if (!url.isAbsolute() || url.getHost() == null) {
        throw new Refusal(
            Exit.USAGE,
            "--url: found '%s', expected https://HOST or http://HOST:PORT.".formatted(url));
      }
      return ServiceAccess.to(shell, url);
    }
    return ServiceAccess.to(shell, running(shell, checkout, agent));
  }

  private ServiceFile running(Shell shell, Checkout checkout, @Nullable String agent) {
    if (data != null) {
      return on(shell.folder().resolve(data).normalize(), agent);
    }
    if (agent != null) {
      var found = AgentFolder.find(checkout, shell.folder(), agent);
      return on(found.data(checkout, found.manifest("local")), agent);
    }
    return only(checkout);
  }

  private static ServiceFile on(Path folder, @Nullable String agent) {
    return ServiceFile.alive(folder)
        .orElseThrow(() ->
            new Refusal(
                Exit.UNAVAILABLE,
                "No service runs on %s. Start it: longhaul run %s"
                    .formatted(folder, agent == null ? "AGENT --data " + folder : agent)));
  }

  private static ServiceFile only(Checkout checkout) {
    var folders = running(checkout);
    if (folders.size() == 1) {
      return on(folders.getFirst(), null);
    }
    var names = folders.stream().map(folder -> folder.getFileName().toString()).toList();
    throw new Refusal(
        folders.isEmpty() ? Exit.UNAVAILABLE : Exit.USAGE,
        folders.isEmpty()
            ? "No service runs on this machine's data folders. Name one with --data or --url, or"
                + " start it: longhaul run AGENT"
            : "Several services run; name one: " + String.join(", ", names));
  }

  private static List<Path> running(Checkout checkout) {
    if (!Files.isDirectory(checkout.data())) {
      return List.of();
    }
    try (var folders = Files.list(checkout.data())) {
      return folders.filter(folder -> ServiceFile.alive(folder).isPresent()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
