package io.longhaul.lambda.httpevents;

import io.longhaul.manifest.HttpEvent;
import org.jspecify.annotations.Nullable;

/** How each kind of front reads answers, and what it says when it cannot, or when one failed. */
enum AnswerRules {
  REST_API(true, false, "application/json", 502, "Internal server error", "x-amzn-RequestId"),
  HTTP_API(
      false, true, "text/plain;charset=UTF-8", 500, "Internal Server Error", "apigw-requestid"),
  LOAD_BALANCER(true, false, "application/octet-stream", 502, "Bad Gateway", null),
  FUNCTION_URL(false, true, "application/json", 502, "Internal Server Error", "x-amzn-RequestId");

  private final boolean multiValue;
  private final boolean payloadV2;
  private final String contentType;
  private final int faultStatus;
  private final String faultMessage;
  private final @Nullable String requestIdHeader;

  AnswerRules(
      boolean multiValue,
      boolean payloadV2,
      String contentType,
      int faultStatus,
      String faultMessage,
      @Nullable String requestIdHeader) {
    this.multiValue = multiValue;
    this.payloadV2 = payloadV2;
    this.contentType = contentType;
    this.faultStatus = faultStatus;
    this.faultMessage = faultMessage;
    this.requestIdHeader = requestIdHeader;
  }

  static AnswerRules of(HttpEvent kind) {
    return switch (kind) {
      case API_GATEWAY_V1 -> REST_API;
      case API_GATEWAY_V2 -> HTTP_API;
      case ALB -> LOAD_BALANCER;
      case FUNCTION_URL -> FUNCTION_URL;
    };
  }

  /** Whether {@code multiValueHeaders} count. */
  boolean multiValue() {
    return multiValue;
  }

  /** Whether {@code cookies} count, and any JSON without a status is a body. */
  boolean payloadV2() {
    return payloadV2;
  }

  /** The type of a body for which the function names none. */
  String contentType() {
    return contentType;
  }

  /** The status where the function failed, or answered what is no answer. */
  int faultStatus() {
    return faultStatus;
  }

  /** What is said then: no more than on AWS, since callers are strangers. */
  String faultMessage() {
    return faultMessage;
  }

  /** The header with the id of the request; null if this kind has none. */
  @Nullable String requestIdHeader() {
    return requestIdHeader;
  }
}
