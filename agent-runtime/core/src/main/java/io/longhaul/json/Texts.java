package io.longhaul.json;

import io.longhaul.agent.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The Java types that are texts in JSON: how they are read, and their JSON Schema format. */
final class Texts {

  /** What a text becomes; an empty format has no word in JSON Schema. */
  record Kind(String wanted, String format, Function<String, Object> parse) {}

  private static final Pattern DURATION =
      Pattern.compile("P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]{1,9})?S)?)?");

  private static final Map<Class<?>, Kind> KINDS = kinds();

  private Texts() {}

  static boolean knows(Class<?> type) {
    return KINDS.containsKey(type);
  }

  static Kind kind(Class<?> type) {
    var kind = KINDS.get(type);
    if (kind == null) {
      throw new IllegalArgumentException(type + " is no text");
    }
    return kind;
  }

  private static Map<Class<?>, Kind> kinds() {
    var kinds = new HashMap<Class<?>, Kind>();
    kinds.put(Secret.class, new Kind("a text", "password", Secret::new));
    kinds.put(
        URI.class, new Kind("an absolute URI such as https://example.com/a", "uri", Texts::uri));
    kinds.put(UUID.class, new Kind("a UUID", "uuid", checked("uuid", UUID::fromString)));
    kinds.put(
        Instant.class,
        new Kind(
            "a time such as 2026-01-31T12:00:00Z",
            "date-time",
            checked("date-time", Instant::parse)));
    kinds.put(
        OffsetDateTime.class,
        new Kind(
            "a time such as 2026-01-31T12:00:00+01:00",
            "date-time",
            checked("date-time", OffsetDateTime::parse)));
    kinds.put(
        LocalDate.class,
        new Kind("a date such as 2026-01-31", "date", checked("date", LocalDate::parse)));
    kinds.put(
        LocalDateTime.class,
        new Kind("a local time such as 2026-01-31T12:00:00", "", LocalDateTime::parse));
    kinds.put(LocalTime.class, new Kind("a time of day such as 12:00:00", "", LocalTime::parse));
    kinds.put(Duration.class, new Kind("a duration such as PT10S", "duration", Texts::duration));
    kinds.put(ZoneId.class, new Kind("a time zone such as Europe/London", "", ZoneId::of));
    return Map.copyOf(kinds);
  }

  /** ISO 8601 without years, months and weeks, which are no exact durations, and without signs. */
  private static Object duration(String text) {
    if (!DURATION.matcher(text).matches()) {
      throw new IllegalArgumentException("not of the form");
    }
    return Duration.parse(text);
  }

  private static Object uri(String text) {
    if (!Formats.uri(text)) {
      throw new IllegalArgumentException("not absolute");
    }
    return URI.create(text);
  }

  private static Function<String, Object> checked(String format, Function<String, Object> parse) {
    var check = Formats.text(format, Bounds.NONE).fits();
    return text -> {
      if (check != null && !check.test(text)) {
        throw new IllegalArgumentException("not of the format " + format);
      }
      return parse.apply(text);
    };
  }
}
