package io.longhaul.lambda.httpevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import io.longhaul.json.JsonText;
import io.longhaul.json.StrictJson;
import io.longhaul.manifest.HttpEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes, the event is JSON, and the answer is HTTP or refused. */
class FuzzTest {

  private static final int ROUNDS = 3000;
  private static final JsonMapper MAPPER = StrictJson.newMapper();

  private final Random random = new Random(5);

  @ParameterizedTest
  @EnumSource(HttpEvent.class)
  void anyRequestIsAnEvent(HttpEvent event) {
    var text = new JsonText(MAPPER);
    var kind = new Kind(kindRoutes(event), Kind.form(event, Requests.FRONT), AnswerRules.of(event));
    for (int i = 0; i < ROUNDS; i++) {
      var body = bytes(40);
      var headers = new LinkedHashMap<String, List<String>>();
      headers.put("content-type", List.of(oneOf("text/x", "image/x", characters(10))));
      headers.put(characters(5) + "-", List.of(characters(20), characters(3)));
      headers.put("Cookie", List.of(characters(20)));
      headers.put("Host", List.of(characters(10)));
      var request =
          Requests.of("/" + escaped(20), escaped(30), new Headers(headers), body, Map.of());
      var match = kind.routes().find("GET", request.path()).orElse(Requests.MATCH);
      var json = Json.of(MAPPER.writeValueAsBytes(kind.event().of(request, match, "id")));
      text.requireJson(json);
      assertThat(decoded(JsonMapper.shared().readTree(json.utf8()))).isEqualTo(body);
    }
  }

  private static ApiRoutes kindRoutes(HttpEvent event) {
    var keys = List.of("ANY /{a}/{b+}", "GET /{c}");
    return event == HttpEvent.API_GATEWAY_V1 ? new RestApiRoutes(keys) : new HttpApiRoutes(keys);
  }

  private static byte[] decoded(JsonNode event) {
    String body = event.path("body").asString("");
    return event.path("isBase64Encoded").booleanValue()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(AnswerRules.class)
  void anyAnswerIsHttpOrMalformed(AnswerRules rules) {
    int taken = 0;
    for (int i = 0; i < ROUNDS; i++) {
      try {
        var head = HttpAnswer.of(rules, answer()).head();
        taken++;
        assertThat(head.status()).isBetween(200, 599);
        assertThat(head.headers())
            .allMatch(h -> h.name().matches("[!-~&&[^\"(),/:;<=>?@\\[\\\\\\]{}]]+"))
            .allMatch(h -> h.value().matches("[\\t\\x20-\\x7e\\x80-\\xff]*"));
      } catch (Malformed refused) {
        assertThat(refused).hasMessageNotContainingAny("\n", "\u0000");
      }
    }
    assertThat(taken).isBetween(ROUNDS / 50, ROUNDS - 1);
  }

  private Json answer() {
    if (random.nextInt(10) == 0) {
      return Json.of(bytes(20));
    }
    ObjectNode answer = MAPPER.createObjectNode();
    answer.set("statusCode", value());
    if (random.nextBoolean()) {
      answer.put("statusCode", 200 + random.nextInt(450));
    }
    for (String name :
        List.of("headers", "multiValueHeaders", "cookies", "body", "isBase64Encoded")) {
      if (random.nextInt(3) == 0) {
        answer.set(name, value());
      }
    }
    return Json.of(MAPPER.writeValueAsBytes(answer));
  }

  private JsonNode value() {
    return switch (random.nextInt(8)) {
      case 0 -> MAPPER.createObjectNode().set(characters(4), value());
      case 1 -> MAPPER.createArrayNode().add(value());
      case 2 -> MAPPER.createObjectNode().put("x-" + random.nextInt(9), characters(9));
      case 3 -> MAPPER.createArrayNode().add("a=" + random.nextInt());
      case 4 -> MAPPER.getNodeFactory().numberNode(random.nextLong());
      case 5 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
      case 6 -> MAPPER.getNodeFactory().nullNode();
      default -> MAPPER.getNodeFactory().stringNode(characters(8));
    };
  }

  private String oneOf(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  /** Any characters, as the server makes them of bytes. */
  private String characters(int most) {
    return new String(bytes(most), StandardCharsets.ISO_8859_1);
  }

  /** With many escapes, right and broken ones. */
  private String escaped(int most) {
    var text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(oneOf("%", "%C3%BC", "%ff", "%2", "/", "//", "+", "=", "&", ";", characters(3)));
    }
    return text.toString();
  }

  private byte[] bytes(int most) {
    var bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }
}
