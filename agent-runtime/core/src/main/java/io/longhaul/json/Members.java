package io.longhaul.json;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.TypeScope;
import io.longhaul.agent.Description;
import io.longhaul.agent.Format;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a component adds to the schema of its type. What is inside an Optional comes here too, as if
 * it were the component.
 *
 * @param input how inputs are read; null for an output, which has every field and no bounds
 */
record Members(JsonMapper mapper, @Nullable Shapes input) {

  void addTo(SchemaGeneratorConfigPart<FieldScope> fields) {
    fields.withPropertyNameOverrideResolver(field -> StrictJson.nameOf(field.getDeclaredName()));
    fields.withRequiredCheck(field -> field(field).map(RecordShape.Field::required).orElse(true));
    fields.withNullableCheck(Members::nullable);
    fields.withDescriptionResolver(field -> text(field, Description.class, Description::value));
    fields.withStringFormatResolver(field -> text(field, Format.class, Format::value));
    fields.withDefaultResolver(this::byDefault);
    fields.withCustomDefinitionProvider(new Containers());
    fields.withInstanceAttributeOverride((schema, field, _) -> bound(schema, field));
  }

  static @Nullable String describeType(TypeScope scope) {
    var description = scope.getType().getErasedType().getAnnotation(Description.class);
    return description == null ? null : description.value();
  }

  private Optional<RecordShape.Field> field(FieldScope field) {
    var type = field.getDeclaringType().getErasedType();
    if (input == null || !type.isRecord()) {
      return Optional.empty();
    }
    var name = StrictJson.nameOf(field.getDeclaredName());
    return input.record(type).fields().stream().filter(f -> f.name().equals(name)).findFirst();
  }

  private static boolean nullable(FieldScope field) {
    return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
        || field.getRawMember().getType() == Optional.class;
  }

  private static <A extends Annotation> @Nullable String text(
      FieldScope field, Class<A> annotation, Function<A, String> value) {
    var found = field.getRawMember().getAnnotation(annotation);
    return found == null ? null : value.apply(found);
  }

  private @Nullable JsonNode byDefault(FieldScope scope) {
    return field(scope).map(RecordShape.Field::byDefault).map(mapper::readTree).orElse(null);
  }

  private void bound(ObjectNode schema, FieldScope field) {
    if (input == null || field.getType() == null) {
      return;
    }
    var said = Bounds.of(field.getRawMember());
    var type = field.getType().getErasedType();
    if (type == String.class) {
      put(schema, "minLength", "maxLength", said);
    } else if (Collection.class.isAssignableFrom(type)) {
      put(schema, "minItems", "maxItems", said);
    } else if (Map.class.isAssignableFrom(type)) {
      put(schema, "minProperties", "maxProperties", said);
    } else if (type != Optional.class) { // what is inside comes here as well
      put(schema, "minimum", "maximum", said.within(WholeShape.range(type)));
    }
  }

  private static void put(ObjectNode schema, String least, String greatest, Bounds bounds) {
    put(schema, least, bounds.least());
    put(schema, greatest, bounds.greatest());
  }

  private static void put(ObjectNode schema, String keyword, @Nullable BigDecimal bound) {
    if (bound != null) {
      if (bound.scale() <= 0) {
        schema.put(keyword, bound.toBigIntegerExact());
      } else {
        schema.put(keyword, bound);
      }
    }
  }
}
