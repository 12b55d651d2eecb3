package io.longhaul.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {

  @ParameterizedTest
  @CsvSource({"0B,0,0B", "512KB,524288,512KB", "6MB,6291456,6MB", "2048MB,2147483648,2GB"})
  void byteSizeWhenReadIsAPowerOf1024(String text, long bytes, String shortest) {
    assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
    assertThat(ByteSize.parse(text)).hasToString(shortest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6", "MB", "6 MB", "6mb", "-1MB", "6TB"})
  void byteSizeWhenWrittenOtherwiseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.parse(text));
  }

  @Test
  void shareWhenReadIsAFraction() {
    assertThat(Share.parse("60%").fraction()).isEqualTo(0.6);
    assertThatIllegalArgumentException().isThrownBy(() -> Share.parse("0%"));
    assertThatIllegalArgumentException().isThrownBy(() -> Share.parse("101%"));
  }

  @Test
  void rateWhenReadKnowsItsPeriod() {
    assertThat(Rate.parse("20/s")).isEqualTo(new Rate(20, Duration.ofSeconds(1)));
    assertThat(Rate.parse("1000/h")).hasToString("1000/h").isLessThan(Rate.parse("20/s"));
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse("0/s"));
  }

  @ParameterizedTest
  @CsvSource({"MODEL,MODEL", "a/b-c,A_B_C", "db.url,DB_URL"})
  void variableWhenNameIsAPathIsUpperCase(String name, String variable) {
    assertThat(ConfigKey.variable(name)).isEqualTo(variable);
  }

  @Test
  void cpuWhenDescribedIsWhatFargateOffers() {
    var offered =
        FargateSizes.cpus().stream().map(String::valueOf).collect(Collectors.joining(", "));
    assertThat(Manifests.problems(Manifests.LEAST + "resources: {cpu: 1}"))
        .singleElement()
        .asString()
        .contains("expected one of " + offered);
  }
}
