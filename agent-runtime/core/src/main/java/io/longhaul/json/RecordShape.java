package io.longhaul.json;

import io.longhaul.agent.InvalidInput;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An object whose fields are the components of a record. Filled after its construction, because a
 * record may contain itself.
 */
final class RecordShape implements Shape {

  /**
   * One component.
   *
   * @param required whether the input must name it
   * @param absent its value where the input does not
   * @param byDefault the same as JSON, null if none was named
   */
  record Field(
      String name,
      Shape shape,
      boolean required,
      @Nullable Object absent,
      @Nullable String byDefault) {}

  private final Class<?> type;
  private final MethodHandle constructor;
  private final Map<String, Integer> indexes = new HashMap<>();
  private List<Field> fields = List.of();

  /**
   * Waits for {@link #fill}.
   *
   * @param constructor takes an Object[] of the components
   */
  RecordShape(Class<?> type, MethodHandle constructor) {
    this.type = type;
    this.constructor = constructor;
  }

  void fill(List<Field> all) {
    fields = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      indexes.put(all.get(i).name(), i);
    }
  }

  List<Field> fields() {
    return fields;
  }

  @Override
  public Object read(JsonParser json) {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      throw Misfit.expected(json, "an object");
    }
    var values = new @Nullable Object[fields.size()];
    var seen = new boolean[values.length];
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      int index = index(json, name);
      if (seen[index]) {
        throw Misfit.at(json, "the field stands there twice");
      }
      seen[index] = true;
      json.nextToken();
      values[index] = fields.get(index).shape().read(json);
    }
    complete(json, values, seen);
    return construct(json, values);
  }

  private int index(JsonParser json, String name) {
    var index = indexes.get(name);
    if (index == null) {
      var known = fields.stream().map(Field::name).toList();
      throw Misfit.at(json, "there is no such field" + Nearest.hint(name, known));
    }
    return index;
  }

  private void complete(JsonParser json, @Nullable Object[] values, boolean[] seen) {
    for (int i = 0; i < values.length; i++) {
      if (!seen[i]) {
        var field = fields.get(i);
        if (field.required()) {
          throw new InvalidInput(Misfit.below(Misfit.path(json), field.name()), missing(json));
        }
        values[i] = field.absent();
      }
    }
  }

  private String missing(JsonParser json) {
    var required = new ArrayList<String>();
    fields.stream().filter(Field::required).map(Field::name).forEach(required::add);
    var where = Misfit.path(json).isEmpty() ? "the input" : Misfit.path(json);
    return "the field is missing; " + where + " needs " + String.join(", ", required);
  }

  private Object construct(JsonParser json, @Nullable Object[] values) {
    try {
      return constructor.invokeExact(values);
    } catch (InvalidInput refused) {
      var refusal =
          new InvalidInput(
              Misfit.below(Misfit.path(json), refused.field()),
              String.valueOf(refused.getMessage()));
      refusal.initCause(refused);
      throw refusal;
    } catch (RuntimeException refused) {
      throw (InvalidInput) Misfit.at(json, "refused: " + refused.getMessage()).initCause(refused);
    } catch (Error fatal) {
      throw fatal;
    } catch (Throwable checked) {
      throw new IllegalStateException("the constructor of " + type.getName() + " threw", checked);
    }
  }
}
