package io.longhaul.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a manifest, it is read or refused with problems. */
class MutatedManifestTest {

  private static final String SPICE = "{}[]:,-&*!|>'\"%@`#?~ \n\t0aZ\u0000\u00e9\ud83d";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void readWhenCharactersChangeReadsOrRefuses(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      assertReadOrRefused(mutate(random), seed + "/" + round);
    }
  }

  private static String mutate(Random random) {
    var text = new StringBuilder(Manifests.golden());
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
        case 2 -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
        default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
      }
    }
    return text.toString();
  }

  private static void assertReadOrRefused(String yaml, String round) {
    try {
      assertThat(Manifests.read(yaml)).isNotNull();
    } catch (InvalidManifest invalid) {
      assertThat(invalid.problems()).isNotEmpty();
    } catch (RuntimeException | Error other) {
      fail("Round " + round + ": " + other + " from\n" + yaml, other);
    }
  }
}
