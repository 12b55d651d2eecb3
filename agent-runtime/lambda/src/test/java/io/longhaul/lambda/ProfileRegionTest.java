package io.longhaul.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ProfileRegionTest {

  @ParameterizedTest
  @ValueSource(strings = {"AWS_PROFILE", "AWS_DEFAULT_PROFILE"})
  void profileWithoutARegionBesideItIsToldOf(String name) {
    assertThat(warnings(Map.of(name, "dev")))
        .singleElement()
        .asString()
        .contains("the function is told us-east-1", "AWS_REGION");
  }

  @Test
  void regionThatIsSetGoesBeforeTheProfiles() {
    assertThat(warnings(Map.of("AWS_PROFILE", "dev", "AWS_REGION", "eu-west-1"))).isEmpty();
    assertThat(warnings(Map.of("AWS_PROFILE", "dev", "AWS_DEFAULT_REGION", "eu-west-1"))).isEmpty();
  }

  @Test
  void withoutAProfileThereIsNothingToHide() {
    assertThat(warnings(Map.of("PATH", "/bin"))).isEmpty();
  }

  private static List<String> warnings(Map<String, String> surroundings) {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger(ProfileRegion.class);
    logger.addAppender(log);
    try {
      ProfileRegion.warnIfHidden(surroundings);
    } finally {
      logger.detachAppender(log);
    }
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
