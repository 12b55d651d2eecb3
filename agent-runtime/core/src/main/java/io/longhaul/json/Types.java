package io.longhaul.json;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of types that are no records: texts, numbers with a range, enums, anything. */
final class Types implements CustomDefinitionProviderV2 {

  private static final Map<Class<?>, String> WHOLE =
      Map.of(byte.class, "int32", short.class, "int32", int.class, "int32", long.class, "int64");

  @Override
  public @Nullable CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    var schema = context.getGeneratorConfig().createObjectNode();
    return describe(type.getErasedType(), schema)
        ? new CustomDefinition(
            schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES)
        : null;
  }

  private static boolean describe(Class<?> type, ObjectNode schema) {
    if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
      return true;
    }
    if (Texts.knows(type)) {
      schema.put("type", "string");
      var format = Texts.kind(type).format();
      if (!format.isEmpty()) {
        schema.put("format", format);
      }
      return true;
    }
    var whole = WHOLE.get(Shapes.unboxed(type));
    if (whole != null) {
      schema.put("type", "integer").put("format", whole);
      return true;
    }
    if (type.isEnum()) {
      var names = schema.put("type", "string").putArray("enum");
      Arrays.stream(type.getEnumConstants()).forEach(c -> names.add(((Enum<?>) c).name()));
      return true;
    }
    return false;
  }
}
