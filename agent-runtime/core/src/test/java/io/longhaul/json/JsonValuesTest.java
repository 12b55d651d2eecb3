package io.longhaul.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.agent.Secret;
import io.longhaul.handler.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonValuesTest {

  record Report(
      int brokenLinks, Duration took, Instant at, List<String> pages, Optional<String> x) {}

  record Leak(Secret apiKey) {}

  private final JsonValues values = new JsonValues(StrictJson.newMapper());

  private final Report report =
      new Report(2, Duration.ofSeconds(10), Instant.EPOCH, List.of("a"), Optional.empty());

  @Test
  void toJsonWritesSnakeCaseAndIso() {
    assertThat(values.toJson(report).toString())
        .isEqualTo(
            "{\"broken_links\":2,\"took\":\"PT10S\",\"at\":\"1970-01-01T00:00:00Z\","
                + "\"pages\":[\"a\"],\"x\":null}");
  }

  @Test
  void fromJsonReadsWhatWasWritten() {
    assertThat(values.fromJson(values.toJson(report), Report.class)).isEqualTo(report);
  }

  @Test
  void fromJsonIgnoresFieldsOfOtherReleases() {
    record Reached(int page) {}
    assertThat(values.fromJson(Json.of("{\"page\":1,\"gone\":2}"), Reached.class).page())
        .isEqualTo(1);
  }

  @Test
  void fromJsonWhenItDoesNotFitNamesTheField() {
    assertThatThrownBy(() -> values.fromJson(Json.of("{\"broken_links\":\"2\"}"), Report.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken_links");
  }

  @Test
  void toJsonWhenASecretIsInsideRefuses() {
    assertThatThrownBy(() -> values.toJson(new Leak(new Secret("s3cret"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a Secret is never written")
        .hasMessageNotContaining("s3cret");
  }
}
