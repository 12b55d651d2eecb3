package io.longhaul.app;

import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.manifest.Manifest;
import io.longhaul.manifest.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where Lambda has unpacked the function's code.
 *
 * @param environment the name of the agent's environment
 * @param classes what finds the code
 */
record TaskRoot(Path folder, String environment, ClassLoader classes) {

  static TaskRoot of(Map<String, String> variables) {
    return new TaskRoot(
        Path.of(variables.getOrDefault("LAMBDA_TASK_ROOT", ".")),
        variables.getOrDefault("ENVIRONMENT", "dev"),
        TaskRoot.class.getClassLoader());
  }

  /** The {@code agent.yaml} of the folder, else the one at the root of a jar. */
  Manifest manifest() {
    if (Files.exists(folder.resolve(ManifestReader.FILE))) {
      return new ManifestReader().read(folder, environment);
    }
    try (InputStream packed = classes.getResourceAsStream(ManifestReader.FILE)) {
      if (packed == null) {
        throw new StartFailure(
            ExitCode.CONFIGURATION,
            "There is no agent.yaml in %s, nor at the root of a jar in its lib.".formatted(folder),
            "Put the agent's manifest into the root of what is deployed.");
      }
      String yaml = new String(packed.readAllBytes(), StandardCharsets.UTF_8);
      return new ManifestReader().parse(yaml, folder, environment);
    } catch (IOException e) {
      throw new StartFailure(
          ExitCode.CONFIGURATION,
          "The agent.yaml in a jar cannot be read: " + e.getMessage(),
          "Build and deploy the jar again.",
          e);
    }
  }
}
