package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.config.PlatformKey;
import io.longhaul.lifecycle.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/reference/configuration.md against the code. */
class ConfigurationReferenceTest {

  @Test
  void referenceIsAsTheCodeIs() throws IOException {
    Path file = root().resolve("docs/reference/configuration.md");
    if (Boolean.getBoolean("reference.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, reference());
    }
    assertThat(file).as("stale; run this test with -Dreference.write=true").hasContent(reference());
  }

  private static String reference() {
    return """
    # Configuration of a service

    What an agent itself is configured with stands in its manifest. This page is about the service around it.

    ## Options

    | option | default | meaning |
    |---|---|---|
    """
        + options()
        + """

        ## Values

        Read from the environment, else from `.env` beside the manifest, like the keys of the manifest; read again by `POST /config/refresh`.

        | key | meaning |
        |---|---|
        """
        + values()
        + """

        ## Exit codes

        | code | meaning |
        |---|---|
        """
        + exitCodes();
  }

  private static String options() {
    var rows = new StringBuilder();
    for (var key : OptionKey.values()) {
      rows.append(
          "| `%s %s` | %s | %s |%n"
              .formatted(key.flag(), key.value(), key.byDefault(), key.meaning()));
    }
    return rows.toString();
  }

  private static String values() {
    var rows = new StringBuilder();
    for (var key : PlatformKey.values()) {
      var secret = key.secret() ? " Secret." : "";
      rows.append("| `%s` | %s%s |%n".formatted(key.name(), key.description(), secret));
    }
    return rows.toString();
  }

  private static String exitCodes() {
    var rows = new StringBuilder();
    for (var code : ExitCode.values()) {
      rows.append("| %d | %s |%n".formatted(code.number(), code.meaning()));
    }
    return rows.append("| 128 + N | Ended by signal N, after draining. |\n").toString();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
