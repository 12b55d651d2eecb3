package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.YamlValue.Fields;
import io.longhaul.manifest.binding.YamlValue.Items;
import io.longhaul.manifest.binding.YamlValue.Scalar;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a value as JSON; this module has no JSON library, and this is all it would be used for.
 */
final class JsonWriter {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private JsonWriter() {}

  static String write(YamlValue value) {
    return switch (value) {
      case Fields map ->
          map.fields().entrySet().stream()
              .map(entry -> quote(entry.getKey()) + ":" + write(entry.getValue().value()))
              .collect(Collectors.joining(",", "{", "}"));
      case Items list ->
          list.items().stream().map(JsonWriter::write).collect(Collectors.joining(",", "[", "]"));
      case Scalar scalar -> write(scalar);
    };
  }

  /** What YAML knows as a number and JSON does not ({@code 0x1F}, {@code .inf}) becomes a text. */
  private static String write(Scalar scalar) {
    return switch (scalar.type()) {
      case NOTHING -> "null";
      case FLAG -> String.valueOf(Boolean.parseBoolean(scalar.text()));
      case WHOLE, FRACTION ->
          NUMBER.matcher(scalar.text()).matches() ? scalar.text() : quote(scalar.text());
      case TEXT -> quote(scalar.text());
    };
  }

  private static String quote(String text) {
    return text.chars().mapToObj(JsonWriter::escape).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escape(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default ->
          character < ' ' ? "\\u%04x".formatted(character) : String.valueOf((char) character);
    };
  }
}
