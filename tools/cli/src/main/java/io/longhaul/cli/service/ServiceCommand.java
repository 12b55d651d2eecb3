package io.longhaul.cli.service;

import io.longhaul.cli.agent.AgentClassPath;
import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.aot.AotCache;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.Manifest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service, ready to be started.
 *
 * @param data its data folder, absolute
 * @param jvm the JVM, its flags, class path and main class
 * @param arguments of the main class
 */
public record ServiceCommand(
    AgentFolder agent, Manifest manifest, Path data, List<String> jvm, List<String> arguments) {

  private static final String MAIN = "io.longhaul.app.Main";

  /**
   * Reads the manifest and puts the command line together.
   *
   * @param name AGENT as typed
   * @throws Refusal if there is no such agent, or it cannot be started
   */
  public static ServiceCommand of(
      Shell shell, Checkout checkout, String name, ServiceOptions options) {
    var agent = AgentFolder.find(checkout, shell.folder(), name);
    var manifest = agent.manifest(options.environment());
    if (!manifest.nativeAgent()) {
      throw new Refusal(
          Exit.USAGE,
          "%s: runtime: %s: Lambda handlers are not built in yet; this version runs native Java agents."
              .formatted(agent.manifestFile(), manifest.runtime()));
    }
    var data =
        options.data() == null
            ? agent.data(checkout, manifest)
            : shell.folder().resolve(options.data()).normalize();
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--manifest", agent.manifestFile().toString()));
    arguments.addAll(List.of("--data", data.toString()));
    arguments.addAll(options.arguments());
    return new ServiceCommand(
        agent,
        manifest,
        data,
        jvm(shell, checkout, agent, manifest, options),
        List.copyOf(arguments));
  }

  /** The same service with further arguments. */
  public ServiceCommand with(List<String> more) {
    var all = Stream.concat(arguments.stream(), more.stream()).toList();
    return new ServiceCommand(agent, manifest, data, jvm, all);
  }

  /** The whole command line. */
  public List<String> line() {
    return Stream.concat(jvm.stream(), arguments.stream()).toList();
  }

  private static List<String> jvm(
      Shell shell,
      Checkout checkout,
      AgentFolder agent,
      Manifest manifest,
      ServiceOptions options) {
    var runtime = checkout.classPath("agent-runtime/app");
    if (runtime.isEmpty()) {
      throw new Refusal(
          Exit.USAGE,
          "The runtime is not built. Start this command by the script "
              + checkout.root().resolve("longhaul"));
    }
    var cache = AotCache.of(shell, checkout, runtime);
    var line = new ArrayList<String>();
    line.add(ProcessHandle.current().info().command().orElse("java"));
    line.addAll(cache.flags());
    line.addAll(cache.use(options.noAot()));
    line.add("-cp");
    line.add(
        Stream.concat(
                runtime.stream(),
                new AgentClassPath(checkout).entries(agent, manifest, runtime).stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    line.add(MAIN);
    return List.copyOf(line);
  }
}
