package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.runtimeapi.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Errors in the shapes that Lambda's callers know. */
final class Errors {

  private static final int SIGNALS = 128;

  /** Linux's last one with a name; programs end with 255 by themselves, which is -1. */
  private static final int LAST_SIGNAL = 31;

  private final JsonMapper mapper;

  Errors(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** What a runtime client reported; its body is passed on as it is, if it is JSON. */
  FunctionError reported(Report report) {
    try {
      var body = mapper.readTree(report.body().utf8());
      if (body.isObject()) {
        var type = body.path("errorType").asString(report.errorType());
        return new FunctionError(type, body.path("errorMessage").asString(""), report.body());
      }
    } catch (JacksonException _) {
      // told as text below
    }
    var type = report.errorType().isEmpty() ? "Runtime.Unknown" : report.errorType();
    return of(type, report.body().toString());
  }

  /** An error of ours, in Lambda's words. */
  FunctionError of(String type, String message) {
    var body = mapper.createObjectNode().put("errorType", type).put("errorMessage", message);
    return new FunctionError(type, message, Json.of(mapper.writeValueAsBytes(body)));
  }

  /** A process ended while it had a call. */
  FunctionError exited(String requestId, int code) {
    return of("Runtime.ExitError", "RequestId: " + requestId + " Error: " + how(code));
  }

  /** A process ended, time after time, without having answered a call. */
  FunctionError exited(int code) {
    return of("Runtime.ExitError", how(code));
  }

  /** Java tells a signal as a shell does: then its number stands above 128. */
  private static String how(int code) {
    boolean signal = code > SIGNALS && code <= SIGNALS + LAST_SIGNAL;
    return "Runtime exited with error: "
        + (signal ? "signal: " + signal(code - SIGNALS) : "exit status " + code);
  }

  /** A client went away, or went on, in the middle of an answer. */
  FunctionError truncated(String requestId) {
    return of(
        "Runtime.TruncatedResponse",
        "RequestId: " + requestId + " Error: The function broke its answer off");
  }

  private static String signal(int number) {
    return switch (number) {
      case 6 -> "aborted";
      case 7 -> "bus error";
      case 9 -> "killed";
      case 11 -> "segmentation fault";
      case 15 -> "terminated";
      default -> "signal " + number;
    };
  }
}
