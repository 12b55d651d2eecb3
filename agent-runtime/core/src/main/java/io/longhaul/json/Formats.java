package io.longhaul.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats of JSON Schema that are checked. Others only describe. */
final class Formats {

  private static final Pattern UUID =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  /** RFC 5321's Mailbox without quoted names and address literals, which nobody types. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=.{1,254}$)(?=[^@]{1,64}@)[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

  /** RFC 3339: seconds and an offset are required. */
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

  private record Format(String wanted, Predicate<String> check) {}

  private static final Map<String, Format> CHECKED =
      Map.of(
          "uri", new Format("an absolute URI such as https://example.com/a", Formats::uri),
          "date", new Format("a date such as 2026-01-31", Formats::date),
          "date-time", new Format("a time such as 2026-01-31T12:00:00Z", Formats::dateTime),
          "email", new Format("an e-mail address", text -> EMAIL.matcher(text).matches()),
          "uuid", new Format("a UUID", text -> UUID.matcher(text).matches()));

  private Formats() {}

  /** A text of a format and a length. */
  static TextShape text(String name, Bounds length) {
    var format = CHECKED.get(name);
    return format == null
        ? new TextShape(length, length.sized("a text", "characters"), null, null)
        : new TextShape(length, length.sized(format.wanted(), "characters"), format.check(), null);
  }

  static boolean uri(String text) {
    try {
      // java.net.URI lets letters beyond ASCII pass, which RFC 3986 wants percent-encoded
      return new URI(text).isAbsolute() && text.chars().allMatch(c -> c < 128);
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static boolean date(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException _) {
      return false;
    }
  }

  static boolean dateTime(String text) {
    try {
      return DATE_TIME.matcher(text).matches() && !Instant.parse(text).equals(Instant.MIN);
    } catch (DateTimeException _) {
      return false;
    }
  }
}
