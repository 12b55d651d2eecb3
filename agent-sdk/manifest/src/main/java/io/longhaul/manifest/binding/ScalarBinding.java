package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.Shape.ListOf;
import io.longhaul.manifest.binding.Shape.MapOf;
import io.longhaul.manifest.binding.Shape.Notation;
import io.longhaul.manifest.binding.Shape.Text;
import io.longhaul.manifest.binding.Shape.Whole;
import io.longhaul.manifest.binding.YamlValue.Scalar;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds single values; null stands for a value that is wrong and has been reported. */
final class ScalarBinding {

  private final Problems problems;

  ScalarBinding(Problems problems) {
    this.problems = problems;
  }

  @Nullable Object bind(Shape shape, YamlValue value, boolean noneAllowed) {
    var bound = value instanceof Scalar scalar ? bind(shape, scalar) : null;
    if (bound == null) {
      var problem =
          new Problem(value.at(), found(shape, value), Expected.describe(shape, noneAllowed));
      problems.add(problem.nearest(nearest(shape, value)).wayOut(wayOut(shape, value)));
    }
    return bound;
  }

  private static @Nullable Object bind(Shape shape, Scalar scalar) {
    return switch (shape) {
      case Text text when isText(text, scalar) -> scalar.text();
      case Whole whole when scalar.type() == YamlValue.Type.WHOLE -> whole(whole, scalar.text());
      case Shape.Words words when scalar.type() != YamlValue.Type.NOTHING ->
          words.constants().get(scalar.text());
      case Notation notation when scalar.type() == YamlValue.Type.TEXT ->
          notation(notation.type(), notation, scalar.text());
      default -> null;
    };
  }

  private static boolean isText(Text shape, Scalar scalar) {
    boolean typed =
        scalar.type() == YamlValue.Type.TEXT
            || (shape.literal() && scalar.type() != YamlValue.Type.NOTHING);
    return typed && (shape.rule() == null || scalar.text().matches(shape.rule().regex()));
  }

  private static @Nullable Object whole(Whole shape, String text) {
    try {
      long number = Long.parseLong(text);
      return shape.takes(number) ? (int) number : null;
    } catch (NumberFormatException hexadecimalOrHuge) {
      return null;
    }
  }

  private static <V extends Comparable<? super V>> @Nullable Object notation(
      ScalarType<V> type, Notation shape, String text) {
    if (!text.matches(type.regex())) {
      return null;
    }
    try {
      var value = type.parse().apply(text);
      boolean less = !shape.minimum().isEmpty() && type.less(value, shape.minimum());
      boolean more = !shape.maximum().isEmpty() && type.more(value, shape.maximum());
      return less || more ? null : value;
    } catch (IllegalArgumentException | ArithmeticException refused) {
      return null;
    }
  }

  /** Without the value where a map or list is meant: it may be a secret in the wrong place. */
  private static String found(Shape shape, YamlValue value) {
    return shape instanceof Group || shape instanceof MapOf || shape instanceof ListOf
        ? Found.type(value)
        : Found.describe(value);
  }

  private static @Nullable String nearest(Shape shape, YamlValue value) {
    return value instanceof Scalar scalar
        ? Nearest.to(scalar.text(), choices(shape)).orElse(null)
        : null;
  }

  private static Collection<String> choices(Shape shape) {
    return switch (shape) {
      case Shape.Words words -> words.constants().keySet();
      case Whole whole -> whole.oneOf().stream().map(String::valueOf).toList();
      default -> List.of();
    };
  }

  /** {@code version: 1.10} is a number to YAML, and would lose its zero. */
  private static @Nullable String wayOut(Shape shape, YamlValue value) {
    return shape instanceof Text
            && value instanceof Scalar scalar
            && scalar.type() != YamlValue.Type.TEXT
            && scalar.type() != YamlValue.Type.NOTHING
        ? "Write it in quotes."
        : null;
  }
}
