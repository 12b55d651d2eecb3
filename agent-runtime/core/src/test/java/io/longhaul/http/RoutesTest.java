package io.longhaul.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private static final Route LIST = route(Route.Method.GET, "/jobs");
  private static final Route ONE = route(Route.Method.GET, "/jobs/{id}");
  private static final Route END = route(Route.Method.DELETE, "/jobs/{id}");
  private static final Routes ROUTES = new Routes(List.of(LIST, ONE, END));

  @Test
  void variableStandsForOneSegment() {
    assertThat(ROUTES.find("DELETE", "/jobs/7"))
        .isEqualTo(new Target.Found(END, Map.of("id", "7"), ""));
    assertThat(ROUTES.find("GET", "/jobs/7/8")).isInstanceOf(Target.Unknown.class);
  }

  @Test
  void twinRemembersItsPrefix() {
    assertThat(ROUTES.find("GET", "/-/jobs")).isEqualTo(new Target.Found(LIST, Map.of(), "/-"));
    assertThat(ROUTES.find("GET", "/-/-/jobs")).isInstanceOf(Target.Unknown.class);
  }

  @Test
  void headIsAnsweredAsGet() {
    assertThat(ROUTES.find("HEAD", "/jobs")).isEqualTo(new Target.Found(LIST, Map.of(), ""));
  }

  @Test
  void otherMethodNamesThoseThatAreTaken() {
    assertThat(ROUTES.find("POST", "/jobs/7"))
        .isEqualTo(new Target.OtherMethod("DELETE, GET, HEAD, OPTIONS"));
  }

  @Test
  void prescribedPathsStayWhereOwnPathsMove() {
    var fallback = new Fallback(_ -> {}, ProblemForm.PROBLEM_JSON, List::of);
    var routes = new Routes(List.of(LIST), List.of(ONE, END), fallback);
    assertThat(routes.path(LIST)).isEqualTo("/-/jobs");
    assertThat(routes.path(ONE)).isEqualTo("/jobs/{id}");
    assertThat(routes.find("GET", "/jobs")).isEqualTo(new Target.Elsewhere(fallback));
    assertThat(routes.find("GET", "/jobs/7"))
        .isEqualTo(new Target.Found(ONE, Map.of("id", "7"), ""));
    assertThat(routes.find("GET", "/-/other")).isInstanceOf(Target.Unknown.class);
  }

  private static Route route(Route.Method method, String pattern) {
    return new Route(method, pattern, Audience.ALL, Operation.of("id", "tag", "summary"), _ -> {});
  }
}
