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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service, ready to be started.
 *
 * @param data its data folder, absolute
 * @param aot the flags that use the AOT cache; empty without one
 * @param classPath the runtime's and, behind it, the agent's
 * @param arguments of the main class
 * @param sources files that all this was read from
 */
public record ServiceCommand(
    AgentFolder agent,
    Manifest manifest,
    Path data,
    List<String> aot,
    List<Path> classPath,
    List<String> arguments,
    List<Path> sources) {

  private static final String MAIN = "io.longhaul.app.Main";
  private static final String RUNTIME = "agent-runtime/app";

  /**
   * Reads the manifest and puts the command line together.
   *
   * @param name AGENT as typed
   * @throws Refusal if there is no such agent, or it cannot be started
   */
  public static ServiceCommand of(
      Shell shell, Checkout checkout, String name, ServiceOptions options) {
    var agent = AgentFolder.find(checkout, shell.folder(), name);
    var manifest = nativeManifest(agent, options);
    var runtime = runtime(checkout);
    var code = new AgentClassPath(checkout).entries(agent, manifest, runtime);
    var data =
        options.data() == null
            ? agent.data(checkout, manifest)
            : shell.folder().resolve(options.data()).normalize();
    return new ServiceCommand(
        agent,
        manifest,
        data,
        AotCache.of(checkout, runtime).use(options.aotWanted(shell)),
        Stream.concat(runtime.stream(), code.stream()).toList(),
        options.arguments(agent.manifestFile(), data),
        sources(checkout, agent));
  }

  /** The same service with further arguments. */
  public ServiceCommand with(List<String> more) {
    var all = Stream.concat(arguments.stream(), more.stream()).toList();
    return new ServiceCommand(agent, manifest, data, aot, classPath, all, sources);
  }

  /** The same service with arguments that its own overrule: the last one holds. */
  ServiceCommand before(List<String> less) {
    var all = Stream.concat(less.stream(), arguments.stream()).toList();
    return new ServiceCommand(agent, manifest, data, aot, classPath, all, sources);
  }

  /** The whole command line. */
  public List<String> line() {
    var line = new ArrayList<String>();
    line.add(ProcessHandle.current().info().command().orElse("java"));
    line.addAll(AotCache.FLAGS);
    line.addAll(aot);
    line.add("-cp");
    line.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    line.add(MAIN);
    line.addAll(arguments);
    return line;
  }

  private static Manifest nativeManifest(AgentFolder agent, ServiceOptions options) {
    var manifest = agent.manifest(options.environment());
    if (!manifest.nativeAgent()) {
      throw new Refusal(
          Exit.USAGE,
          "%s: runtime: %s: Lambda handlers are not built in yet; this version runs native Java agents."
              .formatted(agent.manifestFile(), manifest.runtime()));
    }
    return manifest;
  }

  private static List<Path> runtime(Checkout checkout) {
    var runtime = checkout.classPath(RUNTIME);
    if (runtime.isEmpty()) {
      throw new Refusal(
          Exit.USAGE,
          "The runtime is not built. Start this command by the script "
              + checkout.root().resolve("longhaul"));
    }
    return runtime;
  }

  private static List<Path> sources(Checkout checkout, AgentFolder agent) {
    return Stream.of(
            agent.manifestFile(),
            checkout.classPathFile(RUNTIME),
            checkout.classPathFile(agent.module()))
        .filter(Files::exists)
        .toList();
  }
}
