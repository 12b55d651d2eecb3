package io.longhaul.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.json.Sample.Input;
import io.longhaul.json.Sample.Output;
import io.longhaul.json.Sample.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {

  private final JsonMapper mapper = StrictJson.newMapper();
  private final Schemas schemas = new Schemas(mapper);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start_url | {'type':'string','format':'uri','description':'Where to start.'}
          max_pages | {'type':'integer','format':'int32','default':20,'minimum':1,'maximum':500}
          pages     | {'type':'array','items':{'$ref':'#/$defs/Page'},'default':[],'maxItems':3}
          first     | {'$ref':'#/$defs/Page'}
          last      | {'anyOf':[{'type':'null'},{'$ref':'#/$defs/Page'}]}
          note      | {'type':['string','null'],'minLength':2}
          timeout   | {'type':['string','null'],'format':'duration'}
          text      | {'type':'string','default':'5'}
          mode      | {'type':'string','enum':['QUICK','FULL'],'default':'QUICK'}
          weights   | {'type':'object','additionalProperties':{'type':['number','null']},'maxProperties':2}
          tags      | {'type':'array','items':{'type':'string'},'uniqueItems':true}
          tries     | {'type':['integer','null'],'format':'int32','minimum':2,'maximum':2147483647}
          nick      | {'type':['string','null'],'maxLength':3}
          matrix    | {'type':'array','default':[[1]],'items':{'type':'array','items':{'type':['integer','null'],'format':'int64'}}}
          share     | {'type':'number','default':0.5,'minimum':0.25,'maximum':1}
          extra     | {}
          """)
  void inputTellsTypeBoundsAndDefault(String field, String schema) {
    assertThat(schemas.input(Input.class).at("/properties/" + field))
        .isEqualTo(mapper.readTree(schema.replace('\'', '"')));
  }

  @Test
  void inputRequiresWhatHasNoDefaultAndForbidsTheRest() {
    var schema = schemas.input(Input.class);
    assertThat(texts(schema.get("required")))
        .containsExactlyInAnyOrder("start_url", "first", "weights", "tags", "extra");
    assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    assertThat(schema.at("/$defs/Page/additionalProperties").asBoolean()).isFalse();
    assertThat(schema.propertyNames()).doesNotContain("$schema");
  }

  @Test
  void inputKeepsTheOrderOfTheRecord() {
    assertThat(schemas.input(Input.class).get("properties").propertyNames())
        .startsWith("start_url", "max_pages", "pages");
  }

  @Test
  void inputOfARecordThatContainsItselfRefersToItself() {
    assertThat(schemas.input(Tree.class).toString()).contains("\"items\":{\"$ref\":\"#\"}");
  }

  @Test
  void outputRequiresEveryField() {
    var schema = schemas.output(Output.class);
    assertThat(texts(schema.get("required")))
        .containsExactlyInAnyOrder("broken_links", "note", "pages");
    assertThat(schema.at("/properties/note/type").toString()).isEqualTo("[\"string\",\"null\"]");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
