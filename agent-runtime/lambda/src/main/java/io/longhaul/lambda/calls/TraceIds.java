package io.longhaul.lambda.calls;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** X-Ray headers: the caller's, if it is one; else a new one that is never sampled. */
public final class TraceIds {

  private static final Pattern HEADER = Pattern.compile("(?:[A-Za-z]+=[^;=,\\s]{0,64};?\\s?){1,8}");

  private static final HexFormat HEX = HexFormat.of();

  private TraceIds() {}

  /**
   * The header that a function is told.
   *
   * @param sent by its caller
   */
  public static String of(@Nullable String sent, Instant now) {
    return sent != null && sent.contains("Root=1-") && HEADER.matcher(sent).matches()
        ? sent
        : next(now);
  }

  private static String next(Instant now) {
    var random = ThreadLocalRandom.current();
    return "Root=1-"
        + HEX.toHexDigits((int) now.getEpochSecond())
        + '-'
        + HEX.toHexDigits(random.nextLong())
        + HEX.toHexDigits(random.nextInt())
        + ";Parent="
        + HEX.toHexDigits(random.nextLong())
        + ";Sampled=0";
  }
}
