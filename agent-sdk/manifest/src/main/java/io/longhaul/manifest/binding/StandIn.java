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
import java.util.List;
import java.util.Map;

/**
 * Values of the right type in the place of wrong ones, so that records can be made and every other
 * problem found. They never leave the reader, since there is a problem already.
 */
final class StandIn {

  private StandIn() {}

  static Object of(Shape shape) {
    return switch (shape) {
      case Whole whole -> whole.oneOf().isEmpty() ? (int) whole.minimum() : whole.oneOf().get(0);
      case Flag _ -> false;
      case Text _ -> "";
      case Shape.Words words -> words.constants().values().iterator().next();
      case Notation notation -> notation.type().parse().apply(notation.type().example());
      case Free _ -> new JsonText("null");
      case ListOf _ -> List.of();
      case MapOf _ -> Map.of();
      case Group group -> group(group);
      case Choice choice -> group(choice.choices().values().iterator().next());
    };
  }

  private static Object group(Group group) {
    var nowhere = Position.whole("");
    return new GroupBinding(Map.of(), Map.of(), new Problems(), new Written())
        .bind(group, new YamlValue.Fields(nowhere, Map.of()), "");
  }
}
