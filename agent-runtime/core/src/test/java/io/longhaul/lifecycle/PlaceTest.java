package io.longhaul.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void placeIsToldByTheEnvironment() {
    assertThat(Place.of(Map.of())).isEqualTo(Place.LOCAL);
    assertThat(Place.of(Map.of("ECS_CONTAINER_METADATA_URI_V4", "x"))).isEqualTo(Place.ECS);
    assertThat(Place.of(Map.of("ECS_CONTAINER_METADATA_URI_V4", "x", "LOCAL_RUN", "1")))
        .isEqualTo(Place.LOCAL);
    assertThat(Place.of(Map.of("AWS_LAMBDA_RUNTIME_API", "x"))).isEqualTo(Place.LAMBDA);
  }
}
