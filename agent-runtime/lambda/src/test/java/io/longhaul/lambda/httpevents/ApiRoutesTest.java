package io.longhaul.lambda.httpevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRoutesTest {

  private static final List<String> KEYS =
      List.of(
          "ANY /{proxy+}",
          "GET /pets/{id}",
          "ANY /pets/{id}",
          "GET /pets/dog",
          "POST /pets/{proxy+}",
          "GET /pets/{id}/toys/{toy}",
          "GET /");

  /** AWS: http-api-develop-routes, "Routing API requests". */
  @ParameterizedTest
  @CsvSource({
    "GET, /pets/dog, GET /pets/dog",
    "PUT, /pets/dog, ANY /pets/{id}",
    "GET, /pets/7, GET /pets/{id}",
    "DELETE, /pets/7, ANY /pets/{id}",
    "GET, /pets/7/toys/2, GET /pets/{id}/toys/{toy}",
    "POST, /pets/7/toys, POST /pets/{proxy+}",
    "GET, /pets/7/toys, ANY /{proxy+}",
    "GET, /pets/, ANY /{proxy+}",
    "GET, /, GET /",
    "POST, /, none"
  })
  void httpApiTakesTheMostSpecificThatHasTheMethod(String method, String path, String key) {
    assertThat(new HttpApiRoutes(KEYS).find(method, path).map(Match::key).orElse("none"))
        .isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /pets/dog, /pets/dog",
    "PUT, /pets/dog, none",
    "DELETE, /pets/7, /pets/{id}",
    "GET, /pets/7/toys, none",
    "GET, /pets/7/, /pets/{id}",
    "GET, /else/where, /{proxy+}",
    "GET, /, /"
  })
  void restApiTakesTheMostSpecificResource(String method, String path, String resource) {
    assertThat(new RestApiRoutes(KEYS).find(method, path).map(Match::pattern).orElse("none"))
        .isEqualTo(resource);
  }

  @Test
  void variablesAreDecoded() {
    assertThat(new HttpApiRoutes(KEYS).find("GET", "/pets/a%2Fb%20c").orElseThrow().variables())
        .isEqualTo(Map.of("id", "a/b c"));
    assertThat(new RestApiRoutes(List.of()).find("GET", "/a/b%20c").orElseThrow().variables())
        .isEqualTo(Map.of("proxy", "a/b c"));
  }

  @Test
  void withoutRoutesEverythingIsTaken() {
    assertThat(new HttpApiRoutes(List.of()).find("GET", "/a").orElseThrow().key())
        .isEqualTo("$default");
    assertThat(new RestApiRoutes(List.of()).find("GET", "/a").orElseThrow().pattern())
        .isEqualTo("/{proxy+}");
    assertThat(new RestApiRoutes(List.of()).find("PUT", "/").orElseThrow())
        .isEqualTo(new Match("ANY /", "/", Map.of()));
  }

  @Test
  void defaultTakesWhatIsLeft() {
    var keys = List.of("GET /a", "$default");
    assertThat(new HttpApiRoutes(keys).find("POST", "/a").orElseThrow().key())
        .isEqualTo("$default");
    assertThat(new RestApiRoutes(keys).find("POST", "/b").orElseThrow().pattern())
        .isEqualTo("/{proxy+}");
  }
}
