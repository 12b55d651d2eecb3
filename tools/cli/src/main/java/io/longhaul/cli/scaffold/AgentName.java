package io.longhaul.cli.scaffold;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The name of a new agent, in the forms that its files use.
 *
 * @param value as in the manifest: {@code price-watch}
 */
record AgentName(String value) {

  private static final String FORM = "[a-z]([a-z0-9-]{0,18}[a-z0-9])";

  /** Folders of the build, and words that say nothing: tools/architecture-tests refuses those. */
  private static final Set<String> TAKEN =
      Set.of(
          "agents", "agent", "all", "target", "util", "utils", "common", "helper", "helpers",
          "manager", "impl", "misc");

  AgentName {
    if (!value.matches(FORM)) {
      throw new Refusal(
          Exit.USAGE,
          "NAME: found '%s', expected 2 to 20 of a-z, 0-9 and -, beginning with a letter and not ending with -."
              .formatted(value));
    }
    if (TAKEN.contains(value) || value.contains("--")) {
      throw new Refusal(Exit.USAGE, "NAME: '%s' cannot be used; choose another.".formatted(value));
    }
  }

  /** {@code pricewatch}. */
  String packageName() {
    var name = value.replace("-", "");
    return SourceVersion.isKeyword(name) ? name + "agent" : name;
  }

  /** {@code PriceWatch}; a name of the language or of the SDK gets the ending Agent. */
  String className() {
    var name =
        Stream.of(value.split("-"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return RESERVED.contains(name) || isJavaLang(name) ? name + "Agent" : name;
  }

  private static boolean isJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException _) {
      return false;
    }
  }

  private static final Set<String> RESERVED =
      Set.of(
          "Agent",
          "AgentContext",
          "AgentSetup",
          "Default",
          "Description",
          "Minimum",
          "Duration",
          "Request",
          "Report",
          "Reached",
          "Config",
          "Test",
          "AgentTester",
          "Stop");
}
