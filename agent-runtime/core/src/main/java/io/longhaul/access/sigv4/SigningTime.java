package io.longhaul.access.sigv4;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When a caller signed, by its own clock. */
record SigningTime(Instant instant) {

  static final String HEADER = "x-amz-date";

  /** AWS's, of every service but S3. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  static SigningTime of(@Nullable String header) {
    try {
      return new SigningTime(FORM.parse(header == null ? "" : header, Instant::from));
    } catch (DateTimeException _) {
      throw Refusal.badDate();
    }
  }

  void require(Scope scope) {
    if (!toString().startsWith(scope.date())) {
      throw Refusal.otherDate(scope.date(), this);
    }
  }

  /** SDKs set their clocks by the header Date of the answer; people read AWS's sentence. */
  void require(Instant now) {
    if (instant.isBefore(now.minus(TOLERANCE))) {
      throw Refusal.expired(this, new SigningTime(now.minus(TOLERANCE)), new SigningTime(now));
    }
    if (instant.isAfter(now.plus(TOLERANCE))) {
      throw Refusal.early(this, new SigningTime(now.plus(TOLERANCE)), new SigningTime(now));
    }
  }

  /** As it is signed. */
  @Override
  public String toString() {
    return FORM.format(instant);
  }
}
