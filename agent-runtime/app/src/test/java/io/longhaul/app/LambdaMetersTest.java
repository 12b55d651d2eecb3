package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.manifest.names.Names;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LambdaMetersTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final LambdaMeters meters =
      new LambdaMeters(
          Names.of("witness", "prod"),
          JsonMapper.shared(),
          Clock.fixed(Instant.ofEpochMilli(1700), ZoneOffset.UTC),
          new PrintStream(out, true, StandardCharsets.UTF_8));

  @Test
  void oneLineForEachSetOfTags() {
    meters.count("pages", 2, "kind", "html");
    meters.count("pages", 3, "kind", "html");
    meters.time("visit", Duration.ofMillis(5));
    meters.time("visit", Duration.ofMillis(7));
    meters.write();
    assertThat(lines())
        .containsExactly(
            json(
                """
                {"_aws":{"Timestamp":1700,"CloudWatchMetrics":[{"Namespace":"Longhaul/prod/witness",
                "Dimensions":[["agent","kind"]],"Metrics":[{"Name":"pages","Unit":"Count"}]}]},
                "agent":"witness","kind":"html","pages":5.0}
                """),
            json(
                """
                {"_aws":{"Timestamp":1700,"CloudWatchMetrics":[{"Namespace":"Longhaul/prod/witness",
                "Dimensions":[["agent"]],"Metrics":[{"Name":"visit","Unit":"Milliseconds"}]}]},
                "agent":"witness","visit":[5.0,7.0]}
                """));
  }

  @Test
  void whatWasWrittenIsNotWrittenAgainButGaugesAreReadAnew() {
    meters.count("pages", 1);
    meters.gauge("open", () -> 7);
    meters.gauge("nowhere", () -> Double.NaN);
    meters.gauge(
        "broken",
        () -> {
          throw new IllegalStateException("cannot be read");
        });
    meters.write();
    meters.write();
    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst().has("pages")).isTrue();
    assertThat(lines().getLast().has("pages")).isFalse();
    assertThat(lines()).allMatch(line -> line.path("open").doubleValue() == 7);
    assertThat(lines()).noneMatch(line -> line.has("nowhere") || line.has("broken"));
  }

  @Test
  void moreValuesThanALineMayHoldAreWrittenBefore() {
    for (int i = 0; i < 250; i++) {
      meters.time("visit", Duration.ofMillis(i));
    }
    meters.write();
    assertThat(lines()).extracting(line -> line.path("visit").size()).containsExactly(100, 100, 50);
  }

  private List<JsonNode> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().map(LambdaMetersTest::json).toList();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
