package io.longhaul.json;

import io.longhaul.handler.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Values of agents as JSON: outputs and checkpoints. Safe for concurrent use. */
public final class JsonValues {

  private final JsonMapper mapper;
  private final ObjectReader reader;

  /** Takes a mapper from {@link StrictJson}. */
  public JsonValues(JsonMapper mapper) {
    this.mapper = mapper;
    // a job can outlive the release that wrote its checkpoint: a field that is gone is no failure
    this.reader = mapper.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /**
   * Writes a value; null becomes JSON's null.
   *
   * @throws IllegalArgumentException if it has no JSON form, naming the type and the field
   */
  public Json toJson(@Nullable Object value) {
    try {
      return Json.of(mapper.writeValueAsBytes(value));
    } catch (JacksonException unwritable) {
      var type = value == null ? "null" : value.getClass().getName();
      throw new IllegalArgumentException(
          type + " has no JSON form: " + unwritable.getOriginalMessage() + where(unwritable),
          unwritable);
    }
  }

  /**
   * Reads a value back.
   *
   * @throws IllegalStateException if the JSON does not fit the type, naming the field
   */
  public <T> T fromJson(Json json, Class<T> type) {
    try {
      return reader.forType(type).readValue(json.utf8());
    } catch (JacksonException misfit) {
      throw new IllegalStateException(
          "the stored value does not fit %s: %s%s"
              .formatted(type.getName(), misfit.getOriginalMessage(), where(misfit)),
          misfit);
    }
  }

  private static String where(JacksonException problem) {
    return problem.getPathReference().isEmpty() ? "" : " (at " + problem.getPathReference() + ")";
  }
}
