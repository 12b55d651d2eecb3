package io.longhaul.access.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.config.AccessKey;
import io.longhaul.endpoints.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed call of which one bit was changed on its way is never run. */
class FlippedBitsTest {

  private static final int FLIPS = 300;

  /** All but the names of headers, whose case is free, and the headers that nobody signs. */
  private static final Pattern NOT_SIGNED =
      Pattern.compile("(?m)^connection: .*$|^content-length: .*$|^[a-z0-9-]+: |\r\n|HTTP/1.1");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyFlippedBitOfASignedPartIsRefused(boolean contentHash) throws Exception {
    var key = new AccessKey(SignedCall.ID, SignedCall.SECRET);
    try (var service = new RunningService.Builder().signed(() -> List.of(key)).start()) {
      var call = SignedCall.execute(service.port());
      call.headers.put("x-amz-note", "a note");
      if (contentHash) {
        call.withContentHash();
      }
      byte[] bytes = call.signed(Instant.now()).bytes();
      assertThat(call.answer()).startsWith("HTTP/1.1 200");
      long seed = System.nanoTime();
      var random = new Random(seed);
      var places = signedPlaces(bytes);
      for (int i = 0; i < FLIPS; i++) {
        byte[] flipped = bytes.clone();
        int at = places.get(random.nextInt(places.size()));
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        assertThat(SignedCall.answer(service.port(), flipped))
            .as("seed %d: %s", seed, new String(flipped, StandardCharsets.ISO_8859_1))
            .doesNotStartWith("HTTP/1.1 2");
      }
    }
  }

  private static List<Integer> signedPlaces(byte[] bytes) {
    var places = new ArrayList<Integer>();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    var gaps = NOT_SIGNED.matcher(text);
    int from = 0;
    while (gaps.find()) {
      for (int at = from; at < gaps.start(); at++) {
        places.add(at);
      }
      from = gaps.end();
    }
    for (int at = from; at < bytes.length; at++) {
      places.add(at);
    }
    return places;
  }
}
