package io.longhaul.benchmarks.instances;

import io.longhaul.benchmarks.measure.Launcher;
import io.longhaul.benchmarks.measure.Server;
import io.longhaul.benchmarks.measure.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A function that answers its event, in a language of Lambda's.
 *
 * @param runtime in Lambda's words
 */
record Echo(String name, String runtime, String handler) {

  static final Echo JAVA = new Echo("java", "java25", EchoFunction.class.getName() + "::handle");
  static final Echo PYTHON = new Echo("python", "python3.13", "app.handler");
  static final Echo NODE = new Echo("node", "nodejs22.x", "app.handler");

  private static final String PYTHON_CODE = "def handler(event, context):\n    return event\n";

  /** Node's client is compiled. */
  private static final Duration INSTALLATION = Duration.ofMinutes(10);

  /** An event of 1 kB, and what stands in it. */
  static final String TEXT = "x".repeat(1000);

  static final String EVENT = "{\"text\":\"" + TEXT + "\"}";

  static Echo of(String name) {
    return List.of(JAVA, PYTHON, NODE).stream()
        .filter(echo -> echo.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("java, python or node, not " + name));
  }

  /** Writes its code, and gives the folder. */
  Path code(Path folder) throws IOException {
    var code = Files.createDirectories(folder.resolve("code"));
    Files.writeString(code.resolve("app.py"), PYTHON_CODE);
    Files.writeString(code.resolve("app.js"), "exports.handler = async (event) => event;\n");
    var type = EchoFunction.class.getName().replace('.', '/') + ".class";
    var target = code.resolve(type);
    Files.createDirectories(target.getParent());
    try (var bytes = EchoFunction.class.getClassLoader().getResourceAsStream(type)) {
      Files.write(target, Objects.requireNonNull(bytes).readAllBytes());
    }
    return code;
  }

  /** Serves it with {@code ./longhaul run}, which installs what it needs. */
  Server serve(Workspace workspace, String label, String limits)
      throws IOException, InterruptedException {
    return serve(workspace, label, limits, PYTHON_CODE);
  }

  /** The same with other code in Python. */
  Server serve(Workspace workspace, String label, String limits, String python)
      throws IOException, InterruptedException {
    var folder = Files.createDirectories(workspace.resolve(name + "-" + label));
    Files.writeString(code(folder).resolve("app.py"), python);
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: echo
        version: 1.0.0
        description: Answers its event
        runtime: %s
        handler: %s
        code: code
        resources: {cpu: 1024, memory: 4GB}
        """
                .formatted(runtime, handler)
            + limits);
    return start(folder, "info");
  }

  /** Serves what was written for a label, and tells more in its log. */
  Server serveTalking(Workspace workspace, String label) throws IOException, InterruptedException {
    return start(workspace.resolve(name + "-" + label), "debug");
  }

  private static Server start(Path folder, String level) throws IOException, InterruptedException {
    var command =
        List.of(
            Launcher.path().toString(),
            "run",
            folder.toString(),
            "--port",
            "0",
            "--log-level",
            level);
    return Server.start(command, folder.resolve("service.log"), INSTALLATION);
  }
}
