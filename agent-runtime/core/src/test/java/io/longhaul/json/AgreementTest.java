package io.longhaul.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the binder accepts is what the schema allows, by a validator that knows neither. */
class AgreementTest {

  private static final String VALID =
      """
      {"start_url":"http://a/","max_pages":5,"pages":[{"url":"http://b/","weight":2}],
       "first":{"url":"http://c/"},"note":"hi","timeout":"PT5S","text":"t","mode":"FULL",
       "weights":{"a":1.5,"b":null},"tags":["x","y"],"last":null,"share":0.3,
       "since":"2026-01-31T12:00:00Z","day":"2026-01-31","mail":"a@example.com",
       "id":"018f2f3e-7d5a-7cc0-8000-000000000001","tries":2,"nick":"a","more":[null],
       "deep":true,"matrix":[[1,null],[]],"extra":{}}\
      """;

  private static final String VALUES =
      """
      [null, true, false, 0, 1, 2, 1.0, 1.5, -1, 500, 501, 5e2, 0.25, 0.2, 1e30, 2147483648,
       9223372036854775807, 9223372036854775808, "", "x", "hi", "QUICK", "quick", "1", "http://a/",
       "a/b", "//a", "http://a/ b", "mailto:x@y", "2026-01-31", "2026-02-30", "2026-1-1", "PT1S", "P1D",
       "PT", "10s", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00+01:00", "2026-01-31T12:00:00",
       "2026-01-31T25:00:00Z", "a@b", "a@example.com", "@", "018f2f3e-7d5a-7cc0-8000-000000000001",
       "018f2f3e", [], {}, [1], ["x"], ["x","x"], [null], [[]], {"url":"http://a/"}, {"url":"x"},
       {"url":"http://a/","weight":1.5}, {"url":"http://a/","more":1}, [{"url":"http://a/"}],
       {"a":1}, {"a":1,"b":2,"c":3}, {"a":"1"}]\
      """;

  private final JsonMapper mapper = StrictJson.newMapper();
  private final InputBinder<Sample.Input> binder = new InputBinder<>(mapper, Sample.Input.class);
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new Schemas(mapper).input(Sample.Input.class));
  private final Random random = new Random(4);

  @Test
  void binderAndSchemaAgreeOnEveryValueInEveryField() {
    for (var name : mapper.readTree(VALID).propertyNames()) {
      for (var value : mapper.readTree(VALUES)) {
        var input = (ObjectNode) mapper.readTree(VALID);
        assertAgreed(input.set(name, value));
      }
      assertAgreed(((ObjectNode) mapper.readTree(VALID)).without(name));
    }
  }

  @Test
  void binderAndSchemaAgreeOnRandomInputs() {
    int accepted = 0;
    for (int i = 0; i < 4_000; i++) {
      var input = mapper.readTree(VALID);
      for (int change = random.nextInt(3); change >= 0; change--) {
        change(input);
      }
      accepted += assertAgreed(input) ? 1 : 0;
    }
    assertThat(accepted).isBetween(200, 3_800);
  }

  private boolean assertAgreed(JsonNode input) {
    var problem = problem(input);
    var errors =
        schema.validate(
            input, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    assertThat(problem.isEmpty())
        .as("%s%n binder: %s%n schema: %s", input, problem, errors)
        .isEqualTo(errors.isEmpty());
    return errors.isEmpty();
  }

  private String problem(JsonNode input) {
    try {
      binder.bind(Json.of(input.toString()));
      return "";
    } catch (InvalidInput misfit) {
      return misfit.field() + ": " + misfit.getMessage();
    }
  }

  /** Changes one place, at any depth. */
  private void change(JsonNode input) {
    var containers = new ArrayList<JsonNode>();
    containers.add(input);
    for (int i = 0; i < containers.size(); i++) {
      containers.get(i).values().stream().filter(JsonNode::isContainer).forEach(containers::add);
    }
    switch (pick(containers)) {
      case ObjectNode object when object.isEmpty() || random.nextInt(8) == 0 ->
          object.set("a" + random.nextInt(3), value());
      case ObjectNode object when random.nextInt(6) == 0 -> object.remove(pick(names(object)));
      case ObjectNode object -> object.set(pick(names(object)), value());
      case ArrayNode array when array.isEmpty() || random.nextBoolean() -> array.add(value());
      case ArrayNode array -> array.set(random.nextInt(array.size()), value());
      default -> throw new AssertionError("no container");
    }
  }

  private JsonNode value() {
    return pick(List.copyOf(mapper.readTree(VALUES).values()));
  }

  private static List<String> names(ObjectNode object) {
    return List.copyOf(object.propertyNames());
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
