package io.longhaul.manifest;

/** The event that a Lambda handler gets for an HTTP request. */
public enum HttpEvent {
  /** REST API, payload 1.0. */
  API_GATEWAY_V1,
  /** HTTP API, payload 2.0. */
  API_GATEWAY_V2,
  /** Application Load Balancer. */
  ALB,
  /** Function URL. */
  FUNCTION_URL
}
