package io.longhaul.lambda.extensions;

/**
 * What extensions are told of the function that they stand beside.
 *
 * @param handler in Lambda's notation
 * @param memory what an instance may use, in MB
 */
public record About(String functionName, String handler, int memory) {

  /** The only version there is. */
  static final String VERSION = "$LATEST";
}
