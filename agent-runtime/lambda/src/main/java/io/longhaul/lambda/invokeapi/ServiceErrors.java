package io.longhaul.lambda.invokeapi;

import io.longhaul.http.Problem;
import io.longhaul.http.ProblemForm;
import io.longhaul.http.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Problems in the shapes of AWS's Lambda API, so that SDKs raise the exceptions that their callers
 * catch, and try again after those that pass.
 */
final class ServiceErrors implements ProblemForm {

  /**
   * A shape of the API's model.
   *
   * @param message the member with the text, which the model writes in two ways
   */
  private record Shape(int status, String name, String message) {}

  private static Shape shape(ProblemType type) {
    return switch (type) {
      case BAD_REQUEST, MALFORMED_JSON, INVALID_INPUT ->
          new Shape(400, "InvalidRequestContentException", "message");
      case INVALID_PARAMETER, KEY_REUSED ->
          new Shape(400, "InvalidParameterValueException", "message");
      case UNAUTHORIZED, FOREIGN_HOST -> new Shape(403, "AccessDeniedException", "Message");
      case MISSING_SIGNATURE -> new Shape(403, "MissingAuthenticationTokenException", "message");
      case INCOMPLETE_SIGNATURE -> new Shape(403, "IncompleteSignatureException", "message");
      case UNKNOWN_ACCESS_KEY -> new Shape(403, "UnrecognizedClientException", "message");
      case INVALID_SIGNATURE -> new Shape(403, "InvalidSignatureException", "message");
      case UNKNOWN_PATH -> new Shape(404, "ResourceNotFoundException", "Message");
      case TOO_LARGE -> new Shape(413, "RequestTooLargeException", "message");
      case UNSUPPORTED_MEDIA_TYPE -> new Shape(415, "UnsupportedMediaTypeException", "message");
      case BUSY -> new Shape(429, "TooManyRequestsException", "message");
      default -> new Shape(type.status() == 503 ? 503 : 500, "ServiceException", "Message");
    };
  }

  @Override
  public int status(ProblemType type) {
    return shape(type).status();
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public String schema() {
    return "ServiceError";
  }

  @Override
  public Map<String, String> headers(Problem problem) {
    return Map.of(
        "x-amzn-ErrorType", shape(problem.type()).name(), RequestId.HEADER, RequestId.ofNothing());
  }

  @Override
  public Map<String, Object> body(Problem problem) {
    Shape shape = shape(problem.type());
    var body = new LinkedHashMap<String, Object>();
    body.put("Type", shape.status() < 500 ? "User" : "Service");
    body.put(shape.message(), text(problem));
    if (problem.type() == ProblemType.BUSY) {
      body.put("Reason", "ReservedFunctionConcurrentInvocationLimitExceeded");
    }
    return body;
  }

  /** The model has no member for the field, and without its name nobody could mend an input. */
  private static String text(Problem problem) {
    String field = problem.type() == ProblemType.INVALID_INPUT ? problem.field() : null;
    return field == null ? problem.detail() : field + ": " + problem.detail();
  }
}
