package io.longhaul.manifest;

import static io.longhaul.manifest.Manifests.leastWith;
import static io.longhaul.manifest.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {

  private static final String LAMBDA = "runtime: python3.13\ncode: src\n";

  private final Manifest least = read(Manifests.LEAST);

  @Test
  void readWhenNothingIsWrittenGivesTheDefaultsOfTheDesign() {
    assertThat(least.jobs())
        .isEqualTo(
            new JobSettings(
                2, 3, Duration.ofSeconds(10), null, Duration.ofHours(24), Duration.ofDays(30)));
    assertThat(least.http().maxWait()).isNull();
    assertThat(least.http().waiting()).isEqualTo(1000);
    assertThat(least.http().maxBody()).hasToString("6MB");
    assertThat(least.http().stage()).isEqualTo("$default");
    assertThat(least.http().event()).isNull();
    assertThat(least.async().maxAge()).isEqualTo(Duration.ofHours(6));
    assertThat(least.access()).isNull();
  }

  @Test
  void readWhenNativeTakesMoreCallsThanALambdaHandler() {
    assertThat(least.concurrency()).isEqualTo(256);
    assertThat(least.instances()).isEqualTo(1);
    assertThat(leastWith(LAMBDA).concurrency()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 1", "4, 1, 3", "4, 8, 31"})
  void readWhenLambdaHandlerLeavesOnePlaceForHttp(int instances, int concurrency, int jobs) {
    var places = "instances: " + instances + "\nconcurrency: " + concurrency + "\n";
    assertThat(leastWith(LAMBDA + places).jobs().concurrency()).isEqualTo(jobs);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 512, 1GB",
    "'kind: long', 1024, 2GB",
    "'resources: {cpu: 4096}', 4096, 8GB",
    "'resources: {memory: 512MB}', 256, 512MB",
    "'resources: {memory: 2048MB}', 512, 2GB",
    "'resources: {memory: 60GB}', 8192, 60GB",
  })
  void readWhenHalfAPairIsWrittenFindsTheOther(String yaml, int cpu, String memory) {
    var resources = leastWith(yaml).resources();
    assertThat(resources.cpu()).isEqualTo(cpu);
    assertThat(resources.memory()).hasToString(memory);
  }

  @ParameterizedTest
  @CsvSource({
    "4, '', 512, 1GB",
    "5, '', 512, 2GB",
    "23, '', 1024, 5GB",
    "40, 'resources: {cpu: 2048}', 2048, 7GB",
  })
  void readWhenInstancesNeedMoreGivesMore(int instances, String more, int cpu, String memory) {
    var resources = leastWith(LAMBDA + "instances: " + instances + "\n" + more).resources();
    assertThat(resources.cpu()).isEqualTo(cpu);
    assertThat(resources.memory()).hasToString(memory);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, 10",
    "'kind: worker', 0, 10",
    "'scaling: {min: 20}', 20, 20",
    "'scaling: {max: 1}', 1, 1",
    "'{kind: worker, http: {hosts: [a.example.com]}}', 1, 10",
  })
  void readWhenKindAndOneBoundAreWrittenFitsTheOther(String yaml, int min, int max) {
    var text = yaml.startsWith("{") ? yaml.substring(1, yaml.length() - 1) : yaml;
    var scaling = leastWith(text.replace(", http", "\nhttp")).scaling();
    assertThat(scaling.min()).isEqualTo(min);
    assertThat(scaling.max()).isEqualTo(max);
  }

  @Test
  void readWhenStreamingStandsBehindStreamingLoadBalancers() {
    assertThat(leastWith("kind: stream").http().profile()).isEqualTo(Profile.STREAMING);
    assertThat(least.http().profile()).isEqualTo(Profile.STANDARD);
  }

  @Test
  void readWhenOneTargetIsWrittenLooksAtNoOther() {
    var target = leastWith("scaling: {target: {memory: 75%}}").scaling().target();
    assertThat(target).isEqualTo(new ScalingTarget(null, new Share(75), null, null));
  }

  @Test
  void readWhenConfigKeyHasNeitherDefaultNorRequiredFalseIsRequired() {
    var config = leastWith("config: {A: {}, B: {required: false}, C: {default: 8080}}").config();
    assertThat(config)
        .containsEntry("A", new ConfigKey(null, false, true))
        .containsEntry("B", new ConfigKey(null, false, false))
        .containsEntry("C", new ConfigKey("8080", false, false));
  }

  @Test
  void readWhenClientIsEmptyIsResilientAllTheSame() {
    var clients = leastWith("clients: {web: {}, raw: {circuit-breaker: none}}").clients();
    assertThat(clients)
        .hasEntrySatisfying("web", web -> assertThat(web.circuitBreaker()).isNotNull())
        .hasEntrySatisfying("web", web -> assertThat(web.retries()).isEqualTo(2))
        .hasEntrySatisfying("raw", raw -> assertThat(raw.circuitBreaker()).isNull());
  }
}
