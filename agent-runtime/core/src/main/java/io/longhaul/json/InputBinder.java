package io.longhaul.json;

import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads inputs into an agent's input record, in one pass over the bytes. A component is required
 * unless it is nullable, an Optional or has a default. Safe for concurrent use.
 *
 * @param <I> the record
 */
public final class InputBinder<I> {

  private final JsonMapper mapper;
  private final Class<I> type;
  private final RecordShape shape;

  /**
   * Plans the binding of a record.
   *
   * @param mapper from {@link StrictJson}
   * @throws IllegalArgumentException if the record cannot be read from JSON, naming the component
   */
  public InputBinder(JsonMapper mapper, Class<I> type) {
    this.mapper = mapper;
    this.type = type;
    this.shape = new Shapes(mapper).record(type);
  }

  /**
   * Reads and checks an input.
   *
   * @throws MalformedInput if it is no JSON, saying where it breaks off
   * @throws InvalidInput naming the first field, in the input's order, that does not fit; fields
   *     that are missing come last. The field is empty where the input as a whole does not fit
   */
  public I bind(Json input) {
    try (var parser = mapper.createParser(input.utf8())) {
      return bind(parser);
    }
  }

  private I bind(JsonParser parser) {
    try {
      if (parser.nextToken() == null) {
        throw new MalformedInput("The input is empty; send a JSON object, {} at least");
      }
      var bound = read(parser);
      Malformed.requireEnd(parser);
      return type.cast(bound);
    } catch (JacksonException malformed) {
      throw Malformed.of(malformed, parser);
    }
  }

  /** What is no JSON is told as that, also where a field before the break does not fit. */
  private Object read(JsonParser parser) {
    try {
      return shape.read(parser);
    } catch (InvalidInput misfit) {
      while (parser.nextToken() != null) {
        // reads on: the parser throws where the text breaks off
      }
      throw misfit;
    }
  }
}
