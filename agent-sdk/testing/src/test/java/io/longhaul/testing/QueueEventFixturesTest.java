package io.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class QueueEventFixturesTest {

  @ParameterizedTest
  @EnumSource
  void eventIsJsonAndItsSourceIsNamed(QueueEventFixtures event) throws Exception {
    assertThat(JsonMapper.shared().readTree(event.json()).isObject()).isTrue();
    assertThat(sources())
        .contains("| " + event.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json | aws");
  }

  private static String sources() throws Exception {
    try (var in = QueueEventFixtures.class.getResourceAsStream("queue-events/SOURCES.md")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
