package io.longhaul.cli.sample;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An agent's own sample.
 *
 * @param input what to run, with {@code ${site}} replaced
 * @param site what it reads; null if it needs none
 */
public record Sample(String input, @Nullable SampleSite site) implements AutoCloseable {

  private static final String SITE = "${site}";

  /**
   * Opens {@code sample/input.json} and, if there is one, serves {@code sample/site}.
   *
   * @throws Refusal if the agent has no sample
   */
  public static Sample open(Path agent) {
    var file = agent.resolve("sample/input.json");
    var folder = agent.resolve("sample/site");
    try {
      var input = Files.readString(file);
      if (!Files.isDirectory(folder)) {
        return new Sample(input, null);
      }
      var site = new SampleSite(folder);
      return new Sample(input.replace(SITE, site.url()), site);
    } catch (IOException e) {
      throw new Refusal(
          Exit.NOT_FOUND,
          "No sample: %s cannot be read. Write one, or pass --input FILE, JSON or -."
              .formatted(file));
    }
  }

  @Override
  public void close() {
    if (site != null) {
      site.close();
    }
  }
}
