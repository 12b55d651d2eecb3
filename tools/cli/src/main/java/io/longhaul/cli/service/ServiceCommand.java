package io.longhaul.cli.service;

import io.longhaul.cli.agent.AgentClassPath;
import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.aot.AotCache;
import io.longhaul.cli.runtimes.RuntimeClient;
import io.longhaul.cli.runtimes.RuntimeClients;
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
 * @param settled whether it stays the same as long as the sources do
 */
public record ServiceCommand(
    AgentFolder agent,
    Manifest manifest,
    Path data,
    List<String> aot,
    List<Path> classPath,
    List<String> arguments,
    List<Path> sources,
    boolean settled) {

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
    var manifest = agent.manifest(options.environment());
    RuntimeClients.check(agent, manifest);
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
        joined(runtime, code),
        options.arguments(agent.manifestFile(), data),
        sources(checkout, agent),
        true);
  }

  /**
   * The same service once its runtime's client is installed, which takes a while the first time.
   *
   * @throws Refusal if it cannot be
   */
  public ServiceCommand ready(Shell shell, Checkout checkout) {
    return new RuntimeClients(shell, checkout).ready(manifest).map(this::on).orElse(this);
  }

  /** A stand-in for the version asked for is looked at anew each time: the version may come. */
  private ServiceCommand on(RuntimeClient client) {
    var all = joined(arguments, List.of("--runtime", client.folder().toString()));
    var files = joined(sources, client.sources());
    return new ServiceCommand(agent, manifest, data, aot, classPath, all, files, client.exact());
  }

  /** The same service with further arguments. */
  public ServiceCommand with(List<String> more) {
    var all = joined(arguments, more);
    return new ServiceCommand(agent, manifest, data, aot, classPath, all, sources, settled);
  }

  /** The same service with arguments that its own overrule: the last one holds. */
  ServiceCommand before(List<String> less) {
    var all = joined(less, arguments);
    return new ServiceCommand(agent, manifest, data, aot, classPath, all, sources, settled);
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

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
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
