package io.longhaul.events;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The region and account that events name which were not AWS's own: Lambda's default and the
 * account of AWS's documentation, where the service knows no other.
 */
public record Origin(String region, String account) {

  private static final String REGION = "us-east-1";
  private static final String ACCOUNT = "123456789012";

  /** The origin that a service's environment tells, by either of the SDKs' variables. */
  public static Origin of(Map<String, String> environment) {
    var region =
        Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst();
    return new Origin(region.orElse(REGION), ACCOUNT);
  }

  /** An ARN of a service there. */
  String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }
}
