package io.longhaul.lambda.instances;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The exact environment of a process: Lambda's, the agent's, and nothing else of the service's. */
final class Surroundings {

  /** How the SDKs find credentials, endpoints and certificates. Never keys of our own making. */
  private static final Pattern HANDED_ON =
      Pattern.compile(
          "PATH|HOME|AWS_PROFILE|AWS_DEFAULT_PROFILE|AWS_ACCESS_KEY_ID"
              + "|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_ROLE_.*|AWS_WEB_IDENTITY_TOKEN_FILE"
              + "|AWS_CONFIG_FILE|AWS_SHARED_CREDENTIALS_FILE|AWS_CONTAINER_.*|AWS_ENDPOINT_URL.*"
              + "|AWS_CA_BUNDLE|ECS_CONTAINER_METADATA_URI.*|SSL_CERT_.*");

  private Surroundings() {}

  static Map<String, String> of(Blueprint blueprint, String runtimeApi, int number, Seen seen) {
    var all = new TreeMap<String, String>();
    blueprint
        .surroundings()
        .forEach((name, value) -> {
          if (HANDED_ON.matcher(name).matches()) {
            all.put(name, value);
          }
        });
    all.put("LANG", "en_US.UTF-8");
    all.put("TZ", ":UTC");
    all.put("TMPDIR", seen.tmp().toString());
    all.merge("PATH", seen.opt().resolve("bin").toString(), (path, layers) -> path + ":" + layers);
    all.put("LD_LIBRARY_PATH", libraries(seen));
    all.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR"); // SDKs would fail outside of a trace
    all.put("NO_PROXY", "127.0.0.1,localhost");
    all.put("AWS_LAMBDA_LOG_FORMAT", "Text"); // a setting on Lambda, so that env may say JSON
    all.putAll(blueprint.language().environment(seen));
    all.putAll(blueprint.variables().get());
    all.putAll(lambda(blueprint, runtimeApi, number, seen));
    if (blueprint.concurrency() > 1) {
      // set at all, even to 1, it makes clients run their calls on threads or processes
      all.put("AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(blueprint.concurrency()));
    }
    return all;
  }

  private static String libraries(Seen seen) {
    var task = seen.task();
    return task + ":" + task.resolve("lib") + ":" + seen.opt().resolve("lib");
  }

  /** What Lambda reserves: an agent's own values never change it. */
  private static Map<String, String> lambda(
      Blueprint blueprint, String runtimeApi, int number, Seen seen) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", runtimeApi),
        Map.entry("AWS_REGION", blueprint.region()),
        Map.entry("AWS_DEFAULT_REGION", blueprint.region()),
        Map.entry("_HANDLER", blueprint.handler()),
        Map.entry("LAMBDA_TASK_ROOT", seen.task().toString()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", blueprint.functionName()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(blueprint.memory())),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + blueprint.functionName()),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "instance-" + number),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"));
  }
}
