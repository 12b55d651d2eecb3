package io.longhaul.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Takes a call from its target to its answer: access, endpoint, problem, count. */
final class RouteAdapter implements HandlerAdapter {

  /** Callers can make up methods, and each that is counted costs memory. */
  private static final Set<String> COUNTED =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Gate gate;
  private final Bodies bodies;
  private final JsonMapper mapper;
  private final Problems problems;
  private final RequestMeter meter;

  RouteAdapter(Gate gate, Bodies bodies, JsonMapper mapper, RequestMeter meter) {
    this.gate = gate;
    this.bodies = bodies;
    this.mapper = mapper;
    this.problems = new Problems(mapper);
    this.meter = meter;
  }

  @Override
  public boolean supports(Object handler) {
    return handler instanceof Target;
  }

  @Override
  public @Nullable ModelAndView handle(
      HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
    long start = System.nanoTime();
    var target = (Target) handler;
    try {
      gate.guard(request);
      answer(target, request, response);
    } catch (CloseNowException e) {
      throw e; // for Tomcat: an answer has begun
    } catch (Exception e) {
      problems.write(Failures.toProblem(e), form(target), response);
    } finally {
      count(target, request, response.getStatus(), System.nanoTime() - start);
    }
    return null;
  }

  private void answer(Target target, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    switch (target) {
      case Target.Found(Route route, var variables, String prefix) -> {
        var body = new Body(request, bodies::any);
        Admission admission = gate.admit(request, body, route.audience());
        route
            .endpoint()
            .answer(new Exchange(request, response, prefix, variables, admission, body, mapper));
      }
      case Target.Elsewhere(Fallback fallback) -> fallBack(fallback, request, response);
      case Target.OtherMethod other -> {
        response.setHeader("Allow", other.allow());
        if (!request.getMethod().equals("OPTIONS")) {
          throw new Problem(
              ProblemType.METHOD_NOT_ALLOWED, "This path takes " + other.allow() + ".");
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      case Target.Unknown _ ->
          throw new Problem(
              ProblemType.UNKNOWN_PATH, "Nothing is served here. GET /-/discover lists what is.");
    }
  }

  private void fallBack(Fallback fallback, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    var cors = new CrossOrigin(fallback.origins().get());
    if (cors.answers(request)) {
      cors.preflight(request, response);
      return;
    }
    boolean _ = cors.mark(request, response);
    var body = new Body(request, bodies::asSent);
    Admission admission = gate.admit(request, body, Audience.CALLERS);
    fallback
        .endpoint()
        .answer(new Exchange(request, response, Routes.TWIN, Map.of(), admission, body, mapper));
  }

  private static ProblemForm form(Target target) {
    return switch (target) {
      case Target.Found(Route route, var _, var _) -> route.form();
      case Target.Elsewhere(Fallback fallback) -> fallback.form();
      case Target.OtherMethod _, Target.Unknown _ -> ProblemForm.PROBLEM_JSON;
    };
  }

  private void count(Target target, HttpServletRequest request, int status, long nanos) {
    switch (target) {
      case Target.Found(Route route, var _, var _) ->
          meter.record(route.pattern(), route.method().name(), status, nanos);
      case Target.Elsewhere _ ->
          meter.record("/{proxy+}", counted(request.getMethod()), status, nanos);
      case Target.OtherMethod _, Target.Unknown _ -> meter.record("none", "other", status, nanos);
    }
  }

  private static String counted(String method) {
    return COUNTED.contains(method) ? method : "other";
  }
}
