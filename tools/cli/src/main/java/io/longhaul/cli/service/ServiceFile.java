package io.longhaul.cli.service;

import io.longhaul.cli.shell.Output;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What a service writes into its data folder while it runs, so that commands find it.
 *
 * @param pid its process
 * @param url where it answers
 * @param startedAt when it began to serve; in the far future if it did not say so
 */
public record ServiceFile(long pid, URI url, Instant startedAt) {

  /** The system counts process starts in ticks since boot. */
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

  private static final String FAR_FUTURE = "9999-01-01T00:00:00Z";

  /** The file's name in the data folder. */
  public static final String NAME = "service.json";

  /** The service that holds a data folder; empty if none does. */
  public static Optional<ServiceFile> alive(Path data) {
    return read(data)
        .filter(file -> ProcessHandle.of(file.pid()).filter(file::isItsProcess).isPresent());
  }

  /** A process that began after the service said it runs only has the number of a dead one. */
  private boolean isItsProcess(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(began -> !began.isAfter(startedAt.plus(CLOCKS_DIFFER)))
        .orElse(true);
  }

  static Optional<ServiceFile> read(Path data) {
    try {
      var json = Output.JSON.readTree(Files.readString(data.resolve(NAME)));
      var url = json.path("url").asString("");
      return url.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ServiceFile(
                  json.path("pid").asLong(),
                  URI.create(url),
                  Instant.parse(json.path("started_at").asString(FAR_FUTURE))));
    } catch (IOException | JacksonException | IllegalArgumentException | DateTimeParseException _) {
      // Missing, half written or of another version: nobody to talk to.
      return Optional.empty();
    }
  }
}
