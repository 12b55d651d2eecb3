package io.longhaul.json;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Type;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas, draft 2020-12, of what {@link InputBinder} accepts and {@link JsonValues} writes.
 * Records that occur more than once stand under {@code $defs}. Not safe for concurrent use.
 */
public final class Schemas {

  private final JsonMapper mapper;

  /** Takes a mapper from {@link StrictJson}. */
  public Schemas(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** What callers may send: no other fields than these, defaults filled in. */
  public ObjectNode input(Class<?> record) {
    var config = config(new Members(mapper, new Shapes(mapper)));
    config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    return generate(config, record);
  }

  /** What callers receive: every field is there, also those without a value. */
  public ObjectNode output(Type type) {
    return generate(config(new Members(mapper, null)), type);
  }

  /** Reads it anew, because the generator leaves Java objects in the tree. */
  private ObjectNode generate(SchemaGeneratorConfigBuilder config, Type type) {
    var schema = new SchemaGenerator(config.build()).generateSchema(type);
    return (ObjectNode) mapper.readTree(schema.toString());
  }

  private SchemaGeneratorConfigBuilder config(Members members) {
    var config =
        new SchemaGeneratorConfigBuilder(
                mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.FLATTENED_OPTIONALS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.PLAIN_DEFINITION_KEYS)
            .without(Option.SCHEMA_VERSION_INDICATOR, Option.FLATTENED_ENUMS_FROM_TOSTRING);
    config.forTypesInGeneral().withPropertySorter((_, _) -> 0); // as declared
    config.forTypesInGeneral().withDescriptionResolver(Members::describeType);
    config.forTypesInGeneral().withCustomDefinitionProvider(new Types());
    members.addTo(config.forFields());
    return config;
  }
}
