package io.longhaul.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder with an agent, and ways to start it. */
record AgentFolder(Path path) {

  static AgentFolder of(Path folder, String... moreLines) throws IOException {
    var manifest =
        """
        manifest: 1
        name: greeter
        version: 1.0.0
        description: Greets
        handler: io.longhaul.app.Greeter
        """;
    Files.writeString(folder.resolve("agent.yaml"), manifest + String.join("\n", moreLines) + "\n");
    return new AgentFolder(folder);
  }

  Service start(String... options) {
    return start(Map.of(), options);
  }

  Service start(Map<String, String> environment, String... options) {
    var all = new ArrayList<String>();
    all.addAll(List.of("--port", "0", "--drain", "5s", "--log-level", "error"));
    all.addAll(List.of("--manifest", path.toString(), "--data", data().toString()));
    all.addAll(List.of(options));
    return Service.start(CommandLine.parse(all), environment);
  }

  Path data() {
    return path.resolve("data");
  }
}
