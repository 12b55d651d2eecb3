package io.longhaul.manifest;

import java.util.List;

/** Instances that a task has too little memory for. */
final class MemoryRules {

  private static final List<String> KEYS =
      List.of("instances", "resources.memory", "resources.cpu");

  private MemoryRules() {}

  static void check(Check check) {
    var manifest = check.manifest();
    var memory = manifest.resources().memory();
    int most = MemoryShares.most(memory);
    if (!manifest.nativeAgent() && FargateSizes.offers(memory) && manifest.instances() > most) {
      check.refuseLast(
          KEYS,
          "%d instances with memory %s".formatted(manifest.instances(), memory),
          "at most %d instances".formatted(most),
          "Of that memory the service itself takes %dMB, and each instance at least %dMB; %s."
              .formatted(MemoryShares.service(memory), MemoryShares.LEAST, wayOut(manifest)));
    }
  }

  private static String wayOut(Manifest manifest) {
    int instances = manifest.instances();
    return FargateSizes.leastFor(instances)
        .map(size -> "%d need memory: %s".formatted(instances, size))
        .orElse("no task of Fargate holds %d: scale by tasks".formatted(instances));
  }
}
