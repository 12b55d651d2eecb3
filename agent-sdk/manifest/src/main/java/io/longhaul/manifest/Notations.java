package io.longhaul.manifest;

import io.longhaul.manifest.binding.ScalarType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The types of the manifest that are written in a notation of their own. */
final class Notations {

  static final List<ScalarType<?>> ALL =
      List.of(
          new ScalarType<>(
              Duration.class,
              "duration",
              "(0|[1-9][0-9]{0,8})(ms|s|m|h|d)",
              "a duration such as 10s, 5m, 24h or 30d",
              Notations::duration,
              "10s"),
          new ScalarType<>(
              ByteSize.class,
              "size",
              ByteSize.PATTERN,
              "a size such as 512KB, 6MB or 1GB",
              ByteSize::parse,
              "6MB"),
          new ScalarType<>(
              Share.class, "share", Share.PATTERN, "a share from 1% to 100%", Share::parse, "60%"),
          new ScalarType<>(
              Rate.class,
              "rate",
              Rate.PATTERN,
              "a rate such as 20/s, 600/m or 1000/h",
              Rate::parse,
              "20/s"),
          new ScalarType<>(
              URI.class,
              "URL",
              "(https://|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/]|$))[!-~]*",
              "an https URL, or an http URL on loopback",
              Notations::url,
              "https://login.example.com"));

  private static final Pattern DURATION = Pattern.compile("([0-9]+)(ms|s|m|h|d)");

  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private Notations() {}

  private static Duration duration(String text) {
    var parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a duration such as 10s: " + text);
    }
    var unit = UNITS.getOrDefault(parts.group(2), Duration.ZERO);
    return unit.multipliedBy(Long.parseLong(parts.group(1)));
  }

  private static URI url(String text) {
    var url = URI.create(text);
    if (url.getHost() == null) {
      throw new IllegalArgumentException("A URL without a host: " + text);
    }
    return url;
  }
}
