package io.longhaul.lambda.httpevents;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Claims of a token as API Gateway shows them: every value is a text. */
final class Claims {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Claims() {}

  /** By name. */
  static ObjectNode of(Map<String, Object> claims) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    claims.forEach((name, value) -> node.put(name, text(value)));
    return node;
  }

  /** The token's scopes (RFC 8693, section 4.2); null if it has none. */
  static @Nullable ArrayNode scopes(Map<String, Object> claims) {
    if (!(claims.get("scope") instanceof String scopes)) {
      return null;
    }
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    for (String scope : scopes.split(" ", -1)) {
      node.add(scope);
    }
    return node;
  }

  /** Times are seconds since 1970, lists stand in brackets, objects are JSON. */
  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> Long.toString(instant.getEpochSecond());
      case Date date -> Long.toString(date.toInstant().getEpochSecond());
      case Collection<?> list ->
          list.stream().map(Claims::text).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> map -> MAPPER.writeValueAsString(map);
      default -> value.toString();
    };
  }
}
