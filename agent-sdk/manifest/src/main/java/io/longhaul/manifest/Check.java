package io.longhaul.manifest;

import io.longhaul.manifest.binding.Position;
import io.longhaul.manifest.binding.Problem;
import io.longhaul.manifest.binding.Problems;
import io.longhaul.manifest.binding.Written;
import java.util.List;
import java.util.function.Consumer;

/**
 * A manifest under examination for contradictions. Only what is written can contradict: a problem
 * is reported at a written key or not at all.
 */
record Check(Manifest manifest, Written written, Problems problems) {

  private static final List<Consumer<Check>> RULES =
      List.of(
          RuntimeRules::check,
          ConfigRules::check,
          JobRules::check,
          HttpRules::check,
          AccessRules::check,
          TriggerRules::check,
          ResourceRules::check,
          MemoryRules::check,
          ScalingRules::check);

  void all() {
    RULES.forEach(rule -> rule.accept(this));
  }

  /** Whether callers are meant to reach the agent over HTTP, not only through its queue. */
  boolean acceptsHttp() {
    return manifest.kind() == Kind.HTTP
        || manifest.kind() == Kind.STREAM
        || manifest.http().event() != null
        || !manifest.http().hosts().isEmpty();
  }

  /** Whether there is no runtime, not even a misspelt one. */
  boolean certainlyNative() {
    return manifest.nativeAgent() && !written.mentions("runtime");
  }

  void refuse(String key, String found, String expected, String wayOut) {
    written.at(key).ifPresent(at -> refuse(at, found, expected, wayOut));
  }

  /** Reports at the key that is written last. */
  void refuseLast(List<String> keys, String found, String expected, String wayOut) {
    written
        .lastOf(keys.toArray(String[]::new))
        .ifPresent(at -> refuse(at, found, expected, wayOut));
  }

  private void refuse(Position at, String found, String expected, String wayOut) {
    var problem = new Problem(at, found, expected);
    problems.add(wayOut.isEmpty() ? problem : problem.wayOut(wayOut));
  }
}
