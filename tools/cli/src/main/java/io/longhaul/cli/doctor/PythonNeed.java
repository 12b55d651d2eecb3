package io.longhaul.cli.doctor;

import io.longhaul.cli.agent.AgentFolder;
import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.runtimes.Python;
import io.longhaul.cli.runtimes.Pythons;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Looks for Python where agents under agents/ ask for it. */
record PythonNeed(Shell shell, Checkout checkout) {

  /** One for each version asked for. */
  List<Finding> findings() {
    return wanted().entrySet().stream()
        .map(asked -> finding(asked.getKey(), asked.getValue()))
        .toList();
  }

  private Finding finding(int minor, String agent) {
    var pythons = new Pythons(shell);
    var wanted = Python.version(minor);
    return pythons
        .nearest(minor)
        .map(python ->
            python.minor() == minor
                ? Finding.ok(wanted, python.program().toString())
                : Finding.note(
                    wanted,
                    "%s stands in for it".formatted(python.version()),
                    "install %s, as on AWS".formatted(wanted)))
        .orElseGet(() ->
            Finding.missing(
                wanted, "no recent python3; %s needs it".formatted(agent), pythons.install()));
  }

  /** An agent by the version that it asks for. Manifests that cannot be read ask for nothing. */
  private Map<Integer, String> wanted() {
    var wanted = new TreeMap<Integer, String>();
    for (var name : checkout.names()) {
      minor(name).ifPresent(minor -> wanted.putIfAbsent(minor, name));
    }
    return wanted;
  }

  private OptionalInt minor(String name) {
    try {
      var manifest = AgentFolder.find(checkout, checkout.agents(), name).manifest("local");
      return manifest.runtime() == null ? OptionalInt.empty() : Pythons.wanted(manifest.runtime());
    } catch (Refusal _) {
      return OptionalInt.empty();
    }
  }
}
