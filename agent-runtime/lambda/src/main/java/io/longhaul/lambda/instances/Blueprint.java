package io.longhaul.lambda.instances;

import io.longhaul.lambda.calls.FunctionArn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What all instances of an agent have in common.
 *
 * @param functionName as the handler's context tells it
 * @param handler in Lambda's notation
 * @param code the folder that Lambda would show at /var/task
 * @param layers the folder that Lambda would show at /opt; need not exist
 * @param memory what one instance may use, in MB
 * @param concurrency calls at a time in one instance
 * @param init how long a process may take until its client asks for a call
 * @param variables the agent's {@code env} and configuration, read anew for every process
 * @param surroundings the environment of the service, from which little is handed on
 * @param scratch holds a folder for temporary files per instance
 */
public record Blueprint(
    String functionName,
    String handler,
    Path code,
    Path layers,
    Language language,
    int memory,
    int concurrency,
    Duration init,
    Supplier<Map<String, String>> variables,
    Map<String, String> surroundings,
    Path scratch) {

  String region() {
    return FunctionArn.of(functionName, surroundings).region();
  }

  String arn() {
    return FunctionArn.of(functionName, surroundings).toString();
  }
}
