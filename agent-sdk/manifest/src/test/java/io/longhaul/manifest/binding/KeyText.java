package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Choice;
import io.longhaul.manifest.binding.Shape.Flag;
import io.longhaul.manifest.binding.Shape.Free;
import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.Shape.KeyShape;
import io.longhaul.manifest.binding.Shape.ListOf;
import io.longhaul.manifest.binding.Shape.MapOf;
import io.longhaul.manifest.binding.Shape.Notation;
import io.longhaul.manifest.binding.Shape.Text;
import io.longhaul.manifest.binding.Shape.Whole;

/** What schema and reference say about a key. */
final class KeyText {

  private KeyText() {}

  /** Meaning, default in words, bounds that a pattern cannot say, and what none means. */
  static String describe(KeyShape key) {
    var text = new StringBuilder(key.key().value());
    if (key.shape() instanceof Notation) {
      text.append(bounds(key.key()));
    }
    if (key.noneAllowed()) {
      text.append(" none: ").append(key.key().none()).append('.');
    }
    if (!key.key().defaultText().isEmpty()) {
      text.append(" Default: ").append(key.key().defaultText()).append('.');
    }
    return text.toString();
  }

  /** The type in a word or two. */
  static String type(Shape shape) {
    return switch (shape) {
      case Whole whole when !whole.oneOf().isEmpty() ->
          Expected.oneOf(whole.oneOf().stream().map(String::valueOf).toList());
      case Whole _ -> "whole number";
      case Flag _ -> "true or false";
      case Text _ -> "text";
      case Shape.Words words -> String.join(", ", words.constants().keySet());
      case Notation notation -> notation.type().name();
      case Free _ -> "any value";
      case ListOf list -> "list of " + plural(type(list.item()));
      case MapOf map -> "map of names to " + plural(type(map.value()));
      case Group _ -> "map";
      case Choice choice -> "map with one key, " + Expected.oneOf(choice.choices().keySet());
    };
  }

  /** Least and most as a sentence, empty if there are none. */
  static String bounds(Key key) {
    if (key.minimum().isEmpty() && key.maximum().isEmpty()) {
      return "";
    }
    if (key.maximum().isEmpty()) {
      return " At least " + key.minimum() + ".";
    }
    return key.minimum().isEmpty()
        ? " At most " + key.maximum() + "."
        : " From " + key.minimum() + " to " + key.maximum() + ".";
  }

  private static String plural(String type) {
    return switch (type) {
      case "text", "map" -> type + "s";
      default -> type.replaceFirst("^map ", "maps ");
    };
  }
}
