package io.longhaul.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of configuration and environment that are taken, and values that must not stand there. */
final class ConfigRules {

  /** Whoever may write these in Parameter Store could run code or take credentials. */
  private static final Pattern DANGEROUS =
      Pattern.compile("PATH|LD_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS|AWS_.*");

  private static final Set<String> PLATFORM = Set.of("API_KEYS", "SIGV4_KEYS", "ALLOW_ORIGINS");

  /**
   * Set by Lambda, so by Longhaul.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">AWS:
   *     reserved environment variables</a>
   */
  private static final Set<String> RESERVED =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_DEFAULT_REGION",
          "AWS_REGION",
          "AWS_EXECUTION_ENV",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_LAMBDA_MAX_CONCURRENCY",
          "AWS_LAMBDA_RUNTIME_API",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "LAMBDA_TASK_ROOT",
          "LAMBDA_RUNTIME_DIR");

  private ConfigRules() {}

  static void check(Check check) {
    var manifest = check.manifest();
    manifest.env().keySet().forEach(name -> environment(check, name));
    manifest.config().forEach((name, key) -> name(check, name));
    manifest.config().forEach((name, key) -> value(check, "config." + name, key));
    sameVariable(check);
  }

  private static void environment(Check check, String name) {
    if (RESERVED.contains(name) || name.startsWith("ECS_")) {
      check.refuse("env." + name, "a reserved name", "another name", "The platform sets it.");
    } else if (PLATFORM.contains(name)) {
      platform(check, "env." + name);
    }
  }

  private static void name(Check check, String name) {
    var variable = ConfigKey.variable(name);
    if (DANGEROUS.matcher(variable).matches()) {
      check.refuse(
          "config." + name,
          "a refused name",
          "another name",
          "Values from outside must not change how programs are found, loaded or authorised.");
    } else if (PLATFORM.contains(variable)) {
      platform(check, "config." + name);
    }
  }

  private static void platform(Check check, String key) {
    check.refuse(
        key,
        "a name of the platform's own",
        "another name",
        "The platform reads it without being told; set its value where values are kept.");
  }

  private static void value(Check check, String key, ConfigKey value) {
    if (value.defaultValue() == null) {
      return;
    }
    if (value.secret()) {
      check.refuse(
          key + ".default",
          "a secret's value",
          "no default",
          "Keep it in Parameter Store, and for local runs in .env beside the manifest.");
    }
    if (check.written().has(key + ".required")) {
      check.refuseLast(
          List.of(key + ".default", key + ".required"),
          "both default and required",
          "one of them",
          "A key with a default always has a value.");
    }
  }

  private static void sameVariable(Check check) {
    Map<String, String> taken = new HashMap<>();
    check.manifest().env().keySet().forEach(name -> taken.put(name, "env." + name));
    for (var name : check.manifest().config().keySet()) {
      var earlier = taken.putIfAbsent(ConfigKey.variable(name), "config." + name);
      if (earlier != null) {
        check.refuseLast(
            List.of("config." + name, earlier),
            "config." + name + " and " + earlier + " as one variable, " + ConfigKey.variable(name),
            "a variable for each",
            "Rename or remove one of them.");
      }
    }
  }
}
