package io.longhaul.cli.doctor;

import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.runtimes.BuildTools;
import io.longhaul.cli.runtimes.Node;
import io.longhaul.cli.runtimes.Nodes;
import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.Manifest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what Node functions under agents/ need: npm, and what their client is compiled with.
 */
record NodeNeed(Shell shell, Checkout checkout) {

  /** One for each version asked for. */
  List<Finding> findings() {
    return wanted().entrySet().stream()
        .map(asked -> finding(asked.getKey(), asked.getValue()))
        .toList();
  }

  private Finding finding(int major, Manifest manifest) {
    var word = Node.version(major);
    var programs = new Programs(shell);
    if (programs.first("npm").isEmpty()) {
      return Finding.missing(
          word, "no npm; %s needs it".formatted(manifest.name()), programs.install("npm"));
    }
    var tools = new BuildTools(shell, checkout);
    var missing = tools.missing(major, manifest.concurrency());
    if (!missing.isEmpty()) {
      return Finding.missing(
          word,
          "no %s; the runtime client of %s is compiled"
              .formatted(
                  missing.stream().map(BuildTools.Tool::program).collect(Collectors.joining(", ")),
                  manifest.name()),
          tools.install(missing));
    }
    return new Nodes(shell)
        .nearest(major)
        .filter(node -> node.major() == major)
        .map(node -> Finding.ok(word, node.program().toString()))
        .orElseGet(() -> Finding.ok(word, "not here; npm brings it, or the nearest stands in"));
  }

  /** An agent for each version. Manifests that cannot be read ask for nothing. */
  private Map<Integer, Manifest> wanted() {
    var wanted = new TreeMap<Integer, Manifest>();
    for (var name : checkout.names()) {
      var manifest = manifest(name);
      if (manifest != null && manifest.runtime() != null) {
        Nodes.wanted(manifest.runtime()).ifPresent(major -> wanted.putIfAbsent(major, manifest));
      }
    }
    return wanted;
  }

  private @Nullable Manifest manifest(String name) {
    try {
      return AgentFolder.find(checkout, checkout.agents(), name).manifest("local");
    } catch (Refusal _) {
      return null;
    }
  }
}
