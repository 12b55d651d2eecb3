package io.longhaul.lambda.httpevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayErrorsTest {

  @Test
  void restApiSaysOfAnUnknownPathThatItWasNotSigned() {
    var errors = new GatewayErrors(AnswerRules.REST_API);
    assertThat(errors.status(errors.noRoute().type())).isEqualTo(403);
    assertThat(errors.body(errors.noRoute()))
        .isEqualTo(Map.of("message", "Missing Authentication Token"));
  }

  @Test
  void everyOtherProblemKeepsItsStatusAndText() {
    var errors = new GatewayErrors(AnswerRules.HTTP_API);
    assertThat(errors.status(errors.noRoute().type())).isEqualTo(404);
    var busy = new Problem(ProblemType.BUSY, "full");
    assertThat(errors.status(busy.type())).isEqualTo(429);
    assertThat(errors.body(busy)).isEqualTo(Map.of("message", "full"));
  }
}
