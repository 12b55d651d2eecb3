package io.longhaul.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a route does, for people and for /openapi.json. Schemas are named as in OpenAPI's
 * components.
 *
 * @param id camelCase, unique in the table
 * @param summary one line
 * @param input the name of the JSON body's schema; null if the route takes no body
 * @param problems what can go wrong here, beyond what the plumbing adds for every route
 */
public record Operation(
    String id,
    String tag,
    String summary,
    List<Parameter> parameters,
    @Nullable String input,
    List<Reply> replies,
    List<ProblemType> problems) {

  public Operation {
    parameters = List.copyOf(parameters);
    replies = List.copyOf(replies);
    problems = List.copyOf(problems);
  }

  /** Begins an operation without parameters, body and problems. */
  public static Operation of(String id, String tag, String summary, Reply... replies) {
    return new Operation(id, tag, summary, List.of(), null, List.of(replies), List.of());
  }

  /** The same with parameters. */
  public Operation with(Parameter... more) {
    return new Operation(id, tag, summary, List.of(more), input, replies, problems);
  }

  /** The same with a JSON body. */
  public Operation taking(String schema) {
    return new Operation(id, tag, summary, parameters, schema, replies, problems);
  }

  /** The same with problems. */
  public Operation failing(ProblemType... more) {
    return new Operation(id, tag, summary, parameters, input, replies, List.of(more));
  }

  /**
   * A parameter.
   *
   * @param in path, query or header
   * @param schema the name of its schema
   */
  public record Parameter(String in, String name, String schema, String description) {}

  /**
   * An answer that is no problem.
   *
   * @param contentType null if there is no body
   * @param schema the name of the body's schema; null if the body is no JSON
   * @param headers the names of headers that only this answer carries
   */
  public record Reply(
      int status,
      String description,
      @Nullable String contentType,
      @Nullable String schema,
      List<String> headers) {

    /** A JSON answer. */
    public static Reply json(int status, String description, String schema, String... headers) {
      return new Reply(status, description, "application/json", schema, List.of(headers));
    }

    /** An answer without a body. */
    public static Reply empty(int status, String description) {
      return new Reply(status, description, null, null, List.of());
    }

    /** An answer of another kind. */
    public static Reply of(int status, String description, String contentType) {
      return new Reply(status, description, contentType, null, List.of());
    }
  }
}
