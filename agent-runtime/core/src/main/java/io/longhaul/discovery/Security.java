package io.longhaul.discovery;

import io.longhaul.http.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What proof is asked, in the words of OpenAPI's security schemes.
 *
 * @param callers {@code api_key}, {@code bearer}, {@code sigv4}, or null if nobody is asked
 * @param operators {@code api_key}, or null if nobody is asked
 */
public record Security(@Nullable String callers, @Nullable String operators) {

  @Nullable String scheme(Audience audience) {
    return switch (audience) {
      case ALL -> null;
      case CALLERS -> callers;
      case OPERATORS -> operators;
    };
  }
}
