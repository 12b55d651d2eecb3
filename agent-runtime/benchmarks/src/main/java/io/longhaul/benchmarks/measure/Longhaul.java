package io.longhaul.benchmarks.measure;

import io.longhaul.agent.Agent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real service, started as the command line does, with an agent of a benchmark. */
public final class Longhaul {

  /** The command of a service. */
  public static List<String> command(
      Workspace workspace, Class<? extends Agent<?, ?>> agent, String limits, List<String> flags)
      throws IOException {
    var manifest =
        Files.writeString(
            workspace.resolve("agent.yaml"),
            """
            manifest: 1
            name: benchmark
            version: 1.0.0
            owner: benchmarks
            description: An agent for measuring
            capabilities: [measure]
            kind: http
            handler: %s
            """
                    .formatted(agent.getName())
                + limits);
    return Child.java(flags, io.longhaul.app.Main.class, arguments(manifest, workspace));
  }

  private static List<String> arguments(Path manifest, Workspace workspace) {
    return new ArrayList<>(
        List.of(
            "--manifest", manifest.toString(),
            "--port", "0",
            "--data", workspace.resolve("data").toString()));
  }

  private Longhaul() {}
}
