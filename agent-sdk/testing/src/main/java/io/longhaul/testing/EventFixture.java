package io.longhaul.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Events as Lambda functions get them, for tests of handlers. Fields and values were taken as facts
 * from samples that AWS has published; what samples of one kind say in several places was put
 * together, and what they contradict themselves in (such as hosts and addresses) was made one.
 *
 * <p>Longhaul's own translation of HTTP requests is tested against these.
 */
public enum EventFixture {
  /** A REST API of API Gateway (payload 1.0): repeated headers and parameters, and a body. */
  REST_API_POST(
      "aws-lambda-go 815d21f events/testdata/apigw-request.json; aws-lambda-rust-runtime 578bb6a"
          + " lambda-events/src/fixtures/example-apigw-request-multi-value-parameters.json"),
  /** A REST API, without query, parameters and body: they are null. */
  REST_API_GET(
      "aws-lambda-rust-runtime 578bb6a lambda-events/src/fixtures/"
          + "example-apigw-sam-rest-request.json; aws-lambda-java-libs c4dcbab"
          + " aws-lambda-java-tests/src/test/resources/apigw_rest_event.json"),
  /** An HTTP API of API Gateway (payload 2.0): cookies, repeated parameters and a body. */
  HTTP_API_POST(
      "aws-lambda-java-libs c4dcbab aws-lambda-java-tests/src/test/resources/apigw_http_event.json;"
          + " aws-lambda-rust-runtime 578bb6a lambda-http/tests/data/apigw_v2_proxy_request.json"),
  /** An HTTP API: no query, cookies and body, which have no keys then. */
  HTTP_API_GET("aws-lambda-go 815d21f events/testdata/apigw-v2-request-no-authorizer.json"),
  /** An HTTP API with a stage of its own, a route with a variable, and a space in the path. */
  HTTP_API_STAGE(
      "aws-lambda-rust-runtime 578bb6a lambda-http/tests/data/"
          + "apigw_v2_proxy_request_with_stage_in_path.json and apigw_request_path_with_space.json"),
  /** An Application Load Balancer whose target group has multi-value headers off. */
  LOAD_BALANCER_GET(
      "aws-lambda-go 815d21f events/testdata/alb-lambda-target-request-headers-only.json"),
  /** A load balancer, which does not decode parameters. */
  LOAD_BALANCER_ENCODED(
      "aws-lambda-rust-runtime 578bb6a lambda-http/tests/data/"
          + "alb_request_encoded_query_parameters.json"),
  /** A function URL: cookies, repeated headers, parameters and a body. */
  FUNCTION_URL_POST(
      "aws-lambda-go 815d21f lambdaurl/testdata/"
          + "function-url-request-with-headers-and-cookies-and-text-body.json"),
  /** A function URL, with a body of a type that is no text. */
  FUNCTION_URL_BINARY(
      "aws-lambda-go 815d21f lambdaurl/testdata/"
          + "function-url-domain-only-request-with-base64-encoded-body.json"),
  /** A function URL, without query and body. */
  FUNCTION_URL_GET(
      "aws-lambda-go 815d21f lambdaurl/testdata/function-url-domain-only-get-request.json");

  private final String source;

  EventFixture(String source) {
    this.source = source;
  }

  /** Which samples say so: repository, commit and path. */
  public String source() {
    return source;
  }

  /** The event. */
  public String json() {
    String file = "events/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    try (InputStream in = EventFixture.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Not on the class path: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
