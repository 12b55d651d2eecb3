package io.longhaul.manifest.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> WORDS =
      List.of("timeout", "retries", "max-body", "python3.11", "python3.13", "min", "max");

  @ParameterizedTest
  @CsvSource({
    "timeuot,timeout",
    "retry,",
    "retris,retries",
    "maxBody,max-body",
    "MAX_BODY,max-body",
    "python3.31,python3.13",
    "mox,max",
    "elephant,",
    "'',",
  })
  void toWhenWordIsMisspeltFindsWhatWasMeant(String written, String meant) {
    assertThat(Nearest.to(written, WORDS).orElse(null)).isEqualTo(meant);
  }
}
