package io.longhaul.lambda.invokeapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceErrorsTest {

  private final ServiceErrors errors = new ServiceErrors();

  /** SDKs try again after 429 and from 500 on. */
  @ParameterizedTest
  @CsvSource({
    "NOT_SERVING,503,ServiceException",
    "STORE_AWAY,503,ServiceException",
    "INTERNAL_ERROR,500,ServiceException",
    "BUSY,429,TooManyRequestsException",
    "UNSUPPORTED_MEDIA_TYPE,415,UnsupportedMediaTypeException",
    "TOO_LARGE,413,RequestTooLargeException",
    "UNKNOWN_PATH,404,ResourceNotFoundException",
    "MISSING_SIGNATURE,403,MissingAuthenticationTokenException",
    "INCOMPLETE_SIGNATURE,403,IncompleteSignatureException",
    "UNKNOWN_ACCESS_KEY,403,UnrecognizedClientException",
    "INVALID_SIGNATURE,403,InvalidSignatureException",
    "KEY_REUSED,400,InvalidParameterValueException",
  })
  void problemsHaveTheirShape(ProblemType type, int status, String name) {
    assertThat(errors.status(type)).isEqualTo(status);
    assertThat(errors.headers(new Problem(type, "why"))).containsEntry("x-amzn-ErrorType", name);
  }

  @ParameterizedTest
  @EnumSource
  void everyProblemSaysWhoseFaultItIsAndWhy(ProblemType type) {
    assertThat(errors.body(new Problem(type, "why")))
        .containsEntry("Type", errors.status(type) < 500 ? "User" : "Service")
        .containsValue("why");
  }
}
