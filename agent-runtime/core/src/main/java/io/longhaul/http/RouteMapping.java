package io.longhaul.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Finds the target of every call in the table, also of those that lead nowhere: whatever comes is
 * answered by {@link RouteAdapter} alone. The superclass brings CORS.
 */
final class RouteMapping extends AbstractHandlerMapping {

  private final Routes routes;

  RouteMapping(Routes routes) {
    this.routes = routes;
  }

  @Override
  protected Object getHandlerInternal(HttpServletRequest request) {
    return routes.find(request.getMethod(), request.getServletPath());
  }

  /** The paths of a fallback have CORS of their own. */
  @Override
  protected HandlerExecutionChain getCorsHandlerExecutionChain(
      HttpServletRequest request, HandlerExecutionChain chain, @Nullable CorsConfiguration config) {
    return chain.getHandler() instanceof Target.Elsewhere
        ? chain
        : super.getCorsHandlerExecutionChain(request, chain, config);
  }
}
