package io.longhaul.lambda.calls;

import io.longhaul.events.Origin;
import io.longhaul.manifest.Manifest;
import java.util.Map;
import java.util.Objects;

/**
 * The name by which AWS would know the function.
 *
 * @param region where the service runs
 * @param function as its callers know it
 */
public record FunctionArn(String region, String function) {

  /** Documentation's account: callers compare ARNs with what they know, not with an account. */
  private static final String ACCOUNT = "123456789012";

  /**
   * The ARN of an agent.
   *
   * @param environment of the service
   */
  public static FunctionArn of(Manifest manifest, Map<String, String> environment) {
    return of(Objects.requireNonNullElse(manifest.functionName(), manifest.name()), environment);
  }

  /** The ARN of a function in the region of an environment. */
  public static FunctionArn of(String function, Map<String, String> environment) {
    return new FunctionArn(Origin.of(environment).region(), function);
  }

  @Override
  public String toString() {
    return "arn:aws:lambda:" + region + ":" + ACCOUNT + ":function:" + function;
  }
}
