package io.longhaul.lifecycle;

import java.util.Locale;
import java.util.Map;

/** Where the service runs. Decided once, at start; everything else asks this type. */
public enum Place {
  LOCAL,
  ECS,
  LAMBDA;

  /** Decides by the environment that ECS and Lambda give to their processes. */
  public static Place of(Map<String, String> environment) {
    if (environment.containsKey("AWS_LAMBDA_RUNTIME_API")) {
      return LAMBDA;
    }
    boolean container = environment.containsKey("ECS_CONTAINER_METADATA_URI_V4");
    return container && !environment.containsKey("LOCAL_RUN") ? ECS : LOCAL;
  }

  /** The word for logs and answers. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
