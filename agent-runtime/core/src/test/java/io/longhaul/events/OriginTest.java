package io.longhaul.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void regionIsThatOfEitherVariableTheFirstOneFirst() {
    assertThat(region(Map.of("AWS_REGION", "eu-west-1", "AWS_DEFAULT_REGION", "eu-west-2")))
        .isEqualTo("eu-west-1");
    assertThat(region(Map.of("AWS_DEFAULT_REGION", "eu-west-2"))).isEqualTo("eu-west-2");
  }

  @Test
  void variableThatIsEmptyCountsAsNone() {
    assertThat(region(Map.of("AWS_REGION", "", "AWS_DEFAULT_REGION", "eu-west-2")))
        .isEqualTo("eu-west-2");
    assertThat(region(Map.of("AWS_REGION", "", "AWS_DEFAULT_REGION", ""))).isEqualTo("us-east-1");
  }

  private static String region(Map<String, String> environment) {
    return Origin.of(environment).region();
  }
}
