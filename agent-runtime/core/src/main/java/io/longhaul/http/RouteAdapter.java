package io.longhaul.http;

import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Takes a call from its target to its answer: access, endpoint, problem, count. */
final class RouteAdapter implements HandlerAdapter {

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
    } catch (Exception e) {
      problems.write(Failures.toProblem(e), form(target), response);
    } finally {
      count(target, response.getStatus(), System.nanoTime() - start);
    }
    return null;
  }

  private void answer(Target target, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    switch (target) {
      case Target.Found found -> {
        Route route = found.route();
        var body = new Body(request, bodies);
        Caller caller = gate.admit(request, body, route.audience());
        route.endpoint().answer(new Exchange(request, response, found, caller, body, mapper));
      }
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
              ProblemType.UNKNOWN_PATH, "Nothing is served here. GET /discover lists what is.");
    }
  }

  private static ProblemForm form(Target target) {
    return target instanceof Target.Found(Route route, var _, var _)
        ? route.form()
        : ProblemForm.PROBLEM_JSON;
  }

  private void count(Target target, int status, long nanos) {
    if (target instanceof Target.Found(Route route, var _, var _)) {
      meter.record(route.pattern(), route.method().name(), status, nanos);
    } else {
      meter.record("none", "other", status, nanos);
    }
  }
}
