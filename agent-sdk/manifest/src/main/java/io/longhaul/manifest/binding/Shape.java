package io.longhaul.manifest.binding;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a value must look like: one model for the binder, the JSON Schema and the reference. */
sealed interface Shape {

  /**
   * A whole number within inclusive bounds.
   *
   * @param oneOf the only ones taken; empty: all
   */
  record Whole(long minimum, long maximum, List<Integer> oneOf) implements Shape {

    boolean takes(long number) {
      return number >= minimum
          && number <= maximum
          && (oneOf.isEmpty() || oneOf.contains((int) number));
    }
  }

  /** {@code true} or {@code false}. */
  record Flag() implements Shape {}

  /**
   * A text.
   *
   * @param rule null: any
   * @param literal numbers and booleans are taken too, as they are written
   */
  record Text(@Nullable TextRule rule, boolean literal) implements Shape {}

  /** One of some words, each standing for a constant. */
  record Words(Map<String, Object> constants) implements Shape {}

  /**
   * A word in a notation of its own.
   *
   * @param minimum in that notation; empty: none
   * @param maximum in that notation; empty: none
   */
  record Notation(ScalarType<?> type, String minimum, String maximum) implements Shape {}

  /** Any value. */
  record Free() implements Shape {}

  /** A list of at least {@code minimum} items. */
  record ListOf(Shape item, int minimum) implements Shape {}

  /**
   * A map with names of the user's.
   *
   * @param names null: any
   */
  record MapOf(@Nullable TextRule names, Shape value) implements Shape {}

  /** A record: a map with names of ours. */
  record Group(Class<?> type, List<RecordComponent> components, Map<String, KeyShape> keys)
      implements Shape {}

  /** A sealed interface of records: a map with exactly one of these names. */
  record Choice(Map<String, Group> choices) implements Shape {}

  /** What a text must match as a whole, and the same said for people. */
  record TextRule(String regex, String expected) {}

  /** A key of a {@link Group}. */
  record KeyShape(String name, Key key, Shape shape) {

    /** Whether {@code none} may be written. */
    boolean noneAllowed() {
      return !key.none().isEmpty();
    }
  }
}
