package io.longhaul.cli.service;

import io.longhaul.cli.shell.Output;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What a service writes into its data folder while it runs, so that commands find it.
 *
 * @param pid its process
 * @param url where it answers
 */
public record ServiceFile(long pid, URI url) {

  /** The file's name in the data folder. */
  public static final String NAME = "service.json";

  /** The service that holds a data folder; empty if none does. */
  public static Optional<ServiceFile> alive(Path data) {
    return read(data).filter(file -> ProcessHandle.of(file.pid()).isPresent());
  }

  static Optional<ServiceFile> read(Path data) {
    try {
      var json = Output.JSON.readTree(Files.readString(data.resolve(NAME)));
      var url = json.path("url").asString("");
      return url.isEmpty()
          ? Optional.empty()
          : Optional.of(new ServiceFile(json.path("pid").asLong(), URI.create(url)));
    } catch (IOException | JacksonException | IllegalArgumentException _) {
      // Missing, half written or of another version: nobody to talk to.
      return Optional.empty();
    }
  }
}
