package io.longhaul.lambda.httpevents;

/**
 * What stands before the function on Lambda, by the names that its events have.
 *
 * @param apiId the id of the API or URL
 * @param stage {@code $default} has no name in paths
 * @param targetGroup the ARN of the load balancer's target group
 */
record Front(String apiId, String stage, String targetGroup) {

  /** Documentation's account, as in the ARN that the handler's context tells. */
  static final String ACCOUNT = "123456789012";

  static final String DEFAULT_STAGE = "$default";

  /** The path with the stage before it, as in addresses of API Gateway's own. */
  String withStage(String path) {
    return stage.equals(DEFAULT_STAGE) ? path : "/" + stage + path;
  }
}
