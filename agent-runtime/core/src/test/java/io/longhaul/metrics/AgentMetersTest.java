package io.longhaul.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgentMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AgentMeters meters = new AgentMeters(registry, "crawler");

  @Test
  void countAndTimeCarryTheAgentsName() {
    meters.count("pages.checked", 2, "result", "ok");
    meters.time("pages.time", Duration.ofMillis(30));
    var counter = registry.get("pages.checked").tags("agent", "crawler", "result", "ok").counter();
    var timer = registry.get("pages.time").tag("agent", "crawler").timer();
    assertThat(counter.count()).isEqualTo(2);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
  }

  @Test
  void gaugeWhenRegisteredAgainShowsTheNewValue() {
    meters.gauge("queue.length", () -> 1);
    meters.gauge("queue.length", () -> 2);
    assertThat(registry.get("queue.length").gauge().value()).isEqualTo(2);
  }
}
