package io.longhaul.manifest.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private final Names names = Names.of("invoice-reader", "prod");
  private final Names longest = Names.of("abcdefghij-klmnopqrs", "productionenviro");

  @Test
  void namesWhenOrdinaryAreReadable() {
    assertThat(names.parameterPath()).isEqualTo("/app/invoice-reader/prod");
    assertThat(names.parameter("MODEL")).isEqualTo("/app/invoice-reader/prod/MODEL");
    assertThat(names.queue()).isEqualTo("longhaul-prod-invoice-reader");
    assertThat(names.table()).isEqualTo("longhaul-prod-jobs");
    assertThat(names.logGroup()).isEqualTo("/longhaul/prod/invoice-reader");
    assertThat(names.metricNamespace()).isEqualTo("Longhaul/prod/invoice-reader");
    assertThat(names.targetGroup()).isEqualTo("prod-invoice-reader");
    assertThat(names.host("agents.example.com")).isEqualTo("invoice-reader.agents.example.com");
  }

  @Test
  void namesWhenLongestKeepToTheLimitsOfAws() {
    assertThat(longest.queue()).hasSizeLessThanOrEqualTo(80);
    assertThat(longest.role()).hasSizeLessThanOrEqualTo(64);
    assertThat(longest.targetGroup()).hasSizeLessThanOrEqualTo(32 - 8).doesNotEndWith("-");
    assertThat(longest.table()).hasSizeBetween(3, 255);
    assertThat(longest.logGroup()).hasSizeLessThanOrEqualTo(512);
    assertThat(longest.metricNamespace()).hasSizeLessThanOrEqualTo(255);
  }

  @Test
  void namesWhenEnvironmentsDifferDiffer() {
    var dev = Names.of("invoice-reader", "dev");
    assertThat(physical(names)).doesNotContainAnyElementsOf(physical(dev));
  }

  @Test
  void targetGroupWhenCutStaysDifferent() {
    var other = Names.of("abcdefghij-klmnopqrt", "productionenviro");
    assertThat(longest.targetGroup()).isNotEqualTo(other.targetGroup());
  }

  @Test
  void tableKeyWhenAgentsNameBeginsAlikeIsNotCoveredByItsPattern() {
    var alike = Names.of("invoice-reader-2", "prod");
    var pattern = names.tableKeys().replace("*", "");
    assertThat(names.tableKey("job")).startsWith(pattern);
    assertThat(alike.tableKey("job")).doesNotStartWith(pattern);
  }

  @Test
  void parameterPathWhenPrefixIsConfiguredBeginsWithIt() {
    var path = new Names("/teams/billing", "invoice-reader", "prod").parameterPath();
    assertThat(path).isEqualTo("/teams/billing/invoice-reader/prod");
  }

  @ParameterizedTest
  @CsvSource({"app, a1, prod", "/app, A1, prod", "/app, a1, pre-prod", "/app, a1, '../x'"})
  void namesWhenPartBreaksItsFormAreRefused(String prefix, String agent, String environment) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Names(prefix, agent, environment));
  }

  private static List<String> physical(Names names) {
    return Stream.of(
            names.parameterPath(),
            names.queue(),
            names.table(),
            names.logGroup(),
            names.metricNamespace(),
            names.role(),
            names.targetGroup())
        .toList();
  }
}
