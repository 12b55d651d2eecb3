package io.longhaul.json;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinitionProvider;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of lists, sets and maps, at any depth. The generator makes them too, but sees no
 * annotation on their elements, and so not which of them may be null.
 */
final class Containers implements CustomPropertyDefinitionProvider<FieldScope> {

  @Override
  public @Nullable CustomPropertyDefinition provideCustomSchemaDefinition(
      FieldScope field, SchemaGenerationContext context) {
    var type = field.getRawMember().getAnnotatedType();
    if (field.getRawMember().getType() == Optional.class
        && type instanceof AnnotatedParameterizedType generic) {
      type = generic.getAnnotatedActualTypeArguments()[0];
    }
    return container(type) && isOf(field, type)
        ? new CustomPropertyDefinition(schema(type, context), CustomDefinition.INCLUDING_ATTRIBUTES)
        : null;
  }

  /** The elements come here too, with the member of their list. */
  private static boolean isOf(FieldScope field, AnnotatedType type) {
    var seen = field.getType() == null ? null : field.getType().getErasedType();
    return seen == Optional.class
        || (type.getType() instanceof ParameterizedType generic && generic.getRawType() == seen);
  }

  private static boolean container(AnnotatedType type) {
    return type.getType() instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw
        && (Collection.class.isAssignableFrom(raw) || raw == Map.class)
        && !(generic.getActualTypeArguments()[0] instanceof TypeVariable);
  }

  private static ObjectNode schema(AnnotatedType type, SchemaGenerationContext context) {
    if (!(type instanceof AnnotatedParameterizedType generic) || !container(type)) {
      return context.createDefinitionReference(context.getTypeContext().resolve(type.getType()));
    }
    var schema = context.getGeneratorConfig().createObjectNode();
    var arguments = generic.getAnnotatedActualTypeArguments();
    var element = element(arguments[arguments.length - 1], context);
    if (arguments.length == 2) {
      return schema.put("type", "object").set("additionalProperties", element);
    }
    schema.put("type", "array").set("items", element);
    return ((ParameterizedType) type.getType()).getRawType() == Set.class
        ? schema.put("uniqueItems", true)
        : schema;
  }

  private static ObjectNode element(AnnotatedType argument, SchemaGenerationContext context) {
    var type =
        argument instanceof AnnotatedWildcardType wildcard
            ? wildcard.getAnnotatedUpperBounds()[0]
            : argument;
    var schema = schema(type, context);
    return type.isAnnotationPresent(Nullable.class) ? context.makeNullable(schema) : schema;
  }
}
