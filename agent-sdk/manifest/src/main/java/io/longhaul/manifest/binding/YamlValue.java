package io.longhaul.manifest.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML file that knows where it stands. Immutable. */
public sealed interface YamlValue {

  /** Where it begins. */
  Position at();

  /** What a scalar is, by YAML's core schema. */
  enum Type {
    /** Quoted, or plain and nothing else. */
    TEXT,
    /** A whole number. */
    WHOLE,
    /** A number with a fraction or exponent, or one that JSON cannot write. */
    FRACTION,
    /** {@code true} or {@code false}. */
    FLAG,
    /** Empty, {@code null} or {@code ~}. */
    NOTHING
  }

  /**
   * A single value.
   *
   * @param text as written, without quotes
   */
  record Scalar(Position at, Type type, String text) implements YamlValue {}

  /** A list. */
  record Items(Position at, List<YamlValue> items) implements YamlValue {

    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A map, in the order of the file. */
  record Fields(Position at, Map<String, Field> fields) implements YamlValue {

    /** Copies the map. */
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The value of a key; null if it is absent. */
    public @Nullable YamlValue value(String key) {
      var field = fields.get(key);
      return field == null ? null : field.value();
    }

    /** The text of a scalar some levels down; null if there is none. */
    public @Nullable String text(String... path) {
      YamlValue value = this;
      for (var key : path) {
        value = value instanceof Fields inner ? inner.value(key) : null;
      }
      return value instanceof Scalar scalar ? scalar.text() : null;
    }

    /**
     * These fields with others laid over them: maps are merged key by key, anything else is
     * replaced. Every value keeps the place where it is written.
     */
    public Fields overlaidWith(Fields over) {
      var merged = new LinkedHashMap<>(fields);
      over.fields().forEach((key, field) -> merged.merge(key, field, Fields::lay));
      return new Fields(at, merged);
    }

    private static Field lay(Field base, Field over) {
      return base.value() instanceof Fields below && over.value() instanceof Fields above
          ? new Field(base.at(), below.overlaidWith(above))
          : over;
    }
  }

  /**
   * A key and its value.
   *
   * @param at where the key stands
   */
  record Field(Position at, YamlValue value) {}
}
