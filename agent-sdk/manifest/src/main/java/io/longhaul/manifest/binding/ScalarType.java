package io.longhaul.manifest.binding;

import java.util.function.Function;

/**
 * A type that is written as one word in a notation of its own.
 *
 * @param name for the reference: {@code duration}
 * @param regex what the word must match as a whole; portable between Java and ECMA 262
 * @param expected continues "expected …"
 * @param parse may throw {@link IllegalArgumentException} for what the expression cannot exclude
 * @param example a valid word
 */
public record ScalarType<T extends Comparable<? super T>>(
    Class<T> type,
    String name,
    String regex,
    String expected,
    Function<String, T> parse,
    String example) {

  /** Whether {@code word} is less than {@code other}, both in this notation. */
  boolean less(T value, String other) {
    return value.compareTo(parse.apply(other)) < 0;
  }

  /** Whether {@code word} is more than {@code other}, both in this notation. */
  boolean more(T value, String other) {
    return value.compareTo(parse.apply(other)) > 0;
  }
}
