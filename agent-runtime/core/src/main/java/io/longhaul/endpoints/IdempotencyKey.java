package io.longhaul.endpoints;

import io.longhaul.http.Exchange;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** The header Idempotency-Key. */
final class IdempotencyKey {

  static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  static @Nullable String of(Exchange exchange) {
    String key = exchange.header(HEADER);
    if (key != null && !fits(key)) {
      throw new Problem(
              ProblemType.INVALID_PARAMETER,
              "An idempotency key is 1 to 255 visible ASCII characters, such as a UUID.")
          .field(HEADER);
    }
    return key;
  }

  private static boolean fits(String key) {
    return !key.isEmpty()
        && key.length() <= LONGEST
        && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
