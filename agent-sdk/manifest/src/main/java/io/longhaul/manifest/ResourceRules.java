package io.longhaul.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** What Fargate offers. */
final class ResourceRules {

  private static final String CPU = "resources.cpu";
  private static final String MEMORY = "resources.memory";

  private ResourceRules() {}

  static void check(Check check) {
    var resources = check.manifest().resources();
    if (!FargateSizes.memory(resources.cpu()).contains(resources.memory())) {
      check.refuseLast(
          List.of(CPU, MEMORY),
          "cpu " + resources.cpu() + " with memory " + resources.memory(),
          "a pair that Fargate offers",
          "With cpu " + resources.cpu() + " memory is " + sizes(resources.cpu()) + ".");
    }
    if (resources.disk().bytes() % (1L << 30) != 0) {
      check.refuse("resources.disk", resources.disk().toString(), "whole gigabytes", "");
    }
    if (resources.spot() && check.manifest().kind() == Kind.LONG) {
      check.refuseLast(
          List.of("resources.spot", "kind"),
          "spot: true for kind: long",
          "spot: false",
          "Spot ends a task with two minutes' notice, however long its job has run.");
    }
  }

  private static String sizes(int cpu) {
    return FargateSizes.memory(cpu).stream()
        .map(ByteSize::toString)
        .collect(Collectors.joining(", "));
  }
}
