package io.longhaul.manifest;

import static io.longhaul.manifest.Manifests.leastWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MemorySharesTest {

  @ParameterizedTest
  @CsvSource({"512MB, 1, 192", "1GB, 1, 576", "1GB, 4, 144", "2GB, 2, 672", "120GB, 718, 128"})
  void instancesShareWhatTheServiceLeaves(String memory, int instances, int share) {
    assertThat(MemoryShares.instance(ByteSize.parse(memory), instances)).isEqualTo(share);
  }

  /** Whatever Fargate offers. */
  @ParameterizedTest
  @MethodSource("io.longhaul.manifest.FargateSizes#cpus")
  void partsNeverAddUpToMoreThanThereIs(int cpu) {
    for (var memory : FargateSizes.memory(cpu)) {
      int most = MemoryShares.most(memory);
      assertThat(most).as("instances in %s", memory).isPositive();
      for (int instances = 1; instances <= most; instances++) {
        int share = MemoryShares.instance(memory, instances);
        assertThat(share).isGreaterThanOrEqualTo(MemoryShares.LEAST);
        assertThat((MemoryShares.service(memory) + (long) share * instances) << 20)
            .isLessThanOrEqualTo(memory.bytes());
      }
    }
  }

  @Test
  void manifestTellsAnInstancesShare() {
    var lambda = "runtime: python3.13\ncode: src\ninstances: 4\nresources: {memory: 2GB}";
    assertThat(leastWith(lambda).instanceMemory()).isEqualTo(336);
  }
}
