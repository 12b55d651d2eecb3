package io.longhaul.lambda;

import io.longhaul.events.Origin;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A function is always told a region, as on Lambda; SDKs then look for none in a profile. */
final class ProfileRegion {

  private static final Logger LOG = LoggerFactory.getLogger(ProfileRegion.class);

  private ProfileRegion() {}

  /** Warns where a profile was chosen, which may name a region, and no region was. */
  static void warnIfHidden(Map<String, String> surroundings) {
    Predicate<String> isSet = name -> !surroundings.getOrDefault(name, "").isEmpty();
    if (Stream.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE").anyMatch(isSet)
        && Stream.of("AWS_REGION", "AWS_DEFAULT_REGION").noneMatch(isSet)) {
      LOG.warn(
          "No region is set beside the AWS profile: the function is told {}, whichever the profile"
              + " names. AWS_REGION sets another",
          Origin.of(surroundings).region());
    }
  }
}
