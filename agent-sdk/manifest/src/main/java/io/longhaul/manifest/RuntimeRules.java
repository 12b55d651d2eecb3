package io.longhaul.manifest;

import java.util.regex.Pattern;

/** What a Lambda handler needs, and what a native agent cannot have. */
final class RuntimeRules {

  private static final Pattern CLASS_NAME =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

  private RuntimeRules() {}

  static void check(Check check) {
    if (check.certainlyNative()) {
      nativeAgent(check);
    } else if (!check.written().mentions("code")) {
      check.refuse(
          "runtime",
          "a Lambda runtime without code",
          "code as well",
          "Name the folder, jar or zip beside the manifest, such as code: src.");
    }
    extensions(check);
  }

  /** They bind fixed ports, so two of one kind on a machine would meet. */
  private static void extensions(Check check) {
    var manifest = check.manifest();
    if (manifest.instances() == 1) {
      return;
    }
    manifest.layers().stream()
        .filter(layer -> Layers.bringExtensions(manifest.folder().resolve(layer)))
        .findFirst()
        .ifPresent(layer ->
            check.refuse(
                "instances",
                "%d instances beside the extensions of %s".formatted(manifest.instances(), layer),
                "1",
                "Extensions listen on fixed ports: scale by tasks, or by concurrency."));
  }

  private static void nativeAgent(Check check) {
    var manifest = check.manifest();
    if (!CLASS_NAME.matcher(manifest.handler()).matches()) {
      check.refuse(
          "handler",
          "no class name",
          "the class of a native agent, such as com.example.InvoiceReader",
          "For a Lambda handler name its runtime too.");
    }
    if (manifest.instances() > 1) {
      check.refuse(
          "instances",
          manifest.instances() + " instances of a native agent",
          "1, the service itself",
          "Write concurrency for its calls at a time.");
    }
    if (!manifest.layers().isEmpty()) {
      check.refuse(
          "layers",
          "layers of a native agent",
          "none",
          "Make them dependencies of the agent, or name the runtime of a Lambda handler.");
    }
  }
}
