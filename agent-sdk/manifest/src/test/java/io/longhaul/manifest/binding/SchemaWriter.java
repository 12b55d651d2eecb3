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
import io.longhaul.manifest.binding.Shape.TextRule;
import io.longhaul.manifest.binding.Shape.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the JSON Schema of a bound record. Not a library's work, because a library would read the
 * types only: notations, overlays, {@code none} and what the reader takes beside strings come from
 * the shapes that the reader itself works with, so the two cannot drift apart.
 */
public final class SchemaWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, Object> definitions = new TreeMap<>();

  private SchemaWriter() {}

  /**
   * Writes the schema of a file whose key {@code overlays} holds the same keys again by name.
   *
   * @param fixed keys that overlays do not have
   */
  public static Map<String, Object> write(
      Binder<?> binder, String overlays, String overlayName, List<String> fixed) {
    var writer = new SchemaWriter();
    var root = new LinkedHashMap<String, Object>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Longhaul agent.yaml");
    root.putAll(writer.object(binder.shape(), false));
    properties(root).put(overlays, overlayMap(overlayName));
    var overlay = writer.object(binder.shape(), true);
    properties(overlay).keySet().removeAll(fixed);
    writer.definitions.put("Overlay", overlay);
    root.put("$defs", writer.definitions);
    return root;
  }

  private static Map<String, Object> overlayMap(String name) {
    return ordered(
        "description",
        "What differs in an environment, by its name.",
        "type",
        "object",
        "propertyNames",
        Map.of("pattern", whole(name)),
        "additionalProperties",
        reference("Overlay"));
  }

  private Map<String, Object> object(Group group, boolean partial) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var key : group.keys().values()) {
      properties.put(key.name(), property(key, partial));
      if (key.key().required() && !partial) {
        required.add(key.name());
      }
    }
    var object = ordered("type", "object", "properties", properties, "additionalProperties", false);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    return object;
  }

  private Map<String, Object> property(KeyShape key, boolean partial) {
    var property = ordered("description", KeyText.describe(key));
    var schema = schema(key.shape(), partial);
    if (key.noneAllowed()) {
      property.put("anyOf", List.of(schema, Map.of("const", "none")));
    } else {
      property.putAll(schema);
    }
    if (!key.key().byDefault().isEmpty()) {
      property.put("default", json(key.key().byDefault()));
    }
    if (!key.key().example().isEmpty()) {
      property.put("examples", List.of(json(key.key().example())));
    }
    return property;
  }

  /** In lists nothing is partial: overlays replace them as a whole. */
  private Map<String, Object> schema(Shape shape, boolean partial) {
    return switch (shape) {
      case Whole whole when !whole.oneOf().isEmpty() -> ordered("enum", whole.oneOf());
      case Whole whole ->
          ordered("type", "integer", "minimum", whole.minimum(), "maximum", whole.maximum());
      case Flag _ -> ordered("type", "boolean");
      case Text text -> text(text);
      case Shape.Words words -> ordered("enum", List.copyOf(words.constants().keySet()));
      case Notation notation ->
          ordered("type", "string", "pattern", whole(notation.type().regex()));
      case Free _ -> ordered();
      case ListOf list ->
          ordered(
              "type", "array",
              "items", schema(list.item(), false),
              "minItems", list.minimum());
      case MapOf map -> map(map, partial);
      case Group group -> define(group, partial);
      case Choice choice -> choice(choice);
    };
  }

  private static Map<String, Object> text(Text text) {
    var schema = ordered("type", text.literal() ? literalTypes() : "string");
    pattern(text.rule()).ifPresent(pattern -> schema.put("pattern", pattern));
    return schema;
  }

  private static List<String> literalTypes() {
    return List.of("string", "number", "boolean");
  }

  private Map<String, Object> map(MapOf map, boolean partial) {
    var schema = ordered("type", "object", "additionalProperties", schema(map.value(), partial));
    pattern(map.names())
        .ifPresent(pattern -> schema.put("propertyNames", Map.of("pattern", pattern)));
    return schema;
  }

  private Map<String, Object> define(Group group, boolean partial) {
    var name = group.type().getSimpleName() + (partial && requires(group) ? "Overlay" : "");
    if (!definitions.containsKey(name)) {
      definitions.put(name, object(group, partial));
    }
    return reference(name);
  }

  /** Only these look different in an overlay, where what is laid over has the rest. */
  private static boolean requires(Group group) {
    return group.keys().values().stream().anyMatch(key -> key.key().required());
  }

  private Map<String, Object> choice(Choice choice) {
    var properties = new LinkedHashMap<String, Object>();
    choice.choices().forEach((name, group) -> properties.put(name, define(group, false)));
    return ordered(
        "type",
        "object",
        "properties",
        properties,
        "additionalProperties",
        false,
        "minProperties",
        1,
        "maxProperties",
        1);
  }

  private static Optional<String> pattern(@Nullable TextRule rule) {
    return Optional.ofNullable(rule).map(TextRule::regex).map(SchemaWriter::whole);
  }

  private static String whole(String regex) {
    return "^(?:" + regex + ")$";
  }

  private static Object json(String yaml) {
    return JSON.readValue(JsonWriter.write(YamlDocument.snippet(yaml)), Object.class);
  }

  private static Map<String, Object> reference(String name) {
    return ordered("$ref", "#/$defs/" + name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(Map<String, Object> object) {
    return (Map<String, Object>) object.get("properties");
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
