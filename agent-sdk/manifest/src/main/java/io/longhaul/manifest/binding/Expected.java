package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Choice;
import io.longhaul.manifest.binding.Shape.Flag;
import io.longhaul.manifest.binding.Shape.Free;
import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.Shape.ListOf;
import io.longhaul.manifest.binding.Shape.MapOf;
import io.longhaul.manifest.binding.Shape.Notation;
import io.longhaul.manifest.binding.Shape.Text;
import io.longhaul.manifest.binding.Shape.Whole;
import java.util.Collection;

/** Says what a shape takes, for people. */
final class Expected {

  private Expected() {}

  static String describe(Shape shape, boolean noneAllowed) {
    return describe(shape) + (noneAllowed ? ", or none" : "");
  }

  private static String describe(Shape shape) {
    return switch (shape) {
      case Whole whole when !whole.oneOf().isEmpty() ->
          oneOf(whole.oneOf().stream().map(String::valueOf).toList());
      case Whole whole -> "a whole number" + bounds(whole);
      case Flag _ -> "true or false";
      case Text text -> text.rule() == null ? "a text" : text.rule().expected();
      case Shape.Words words -> oneOf(words.constants().keySet());
      case Notation notation -> notation.type().expected() + bounds(notation);
      case Free _ -> "any value";
      case ListOf _ -> "a list";
      case MapOf _ -> "a map";
      case Group group -> "a map of " + String.join(", ", group.keys().keySet());
      case Choice choice -> "a map with one key, " + oneOf(choice.choices().keySet());
    };
  }

  static String oneOf(Collection<String> words) {
    return (words.size() == 1 ? "" : "one of ") + String.join(", ", words);
  }

  private static String bounds(Whole shape) {
    return bounds(String.valueOf(shape.minimum()), String.valueOf(shape.maximum()));
  }

  private static String bounds(Notation shape) {
    return bounds(shape.minimum(), shape.maximum());
  }

  private static String bounds(String minimum, String maximum) {
    if (minimum.isEmpty() && maximum.isEmpty()) {
      return "";
    }
    if (maximum.isEmpty()) {
      return ", at least " + minimum;
    }
    return minimum.isEmpty() ? ", at most " + maximum : ", from " + minimum + " to " + maximum;
  }
}
