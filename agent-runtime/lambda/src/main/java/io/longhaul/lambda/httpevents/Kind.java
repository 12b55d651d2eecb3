package io.longhaul.lambda.httpevents;

import io.longhaul.manifest.HttpEvent;
import io.longhaul.manifest.HttpSettings;
import java.util.List;

/**
 * What makes one kind of front another than the rest.
 *
 * @param routes load balancers and function URLs have none, which is as good as one for all
 */
record Kind(ApiRoutes routes, ProxyEvent event, AnswerRules rules) {

  static Kind of(HttpEvent event, HttpSettings settings, Front front) {
    return new Kind(routes(event, settings.routes()), form(event, front), AnswerRules.of(event));
  }

  private static ApiRoutes routes(HttpEvent event, List<String> keys) {
    return event == HttpEvent.API_GATEWAY_V1 ? new RestApiRoutes(keys) : new HttpApiRoutes(keys);
  }

  static ProxyEvent form(HttpEvent event, Front front) {
    return switch (event) {
      case API_GATEWAY_V1 -> new RestApiEvent(front);
      case API_GATEWAY_V2 -> new HttpApiEvent(front);
      case ALB -> new LoadBalancerEvent(front);
      case FUNCTION_URL -> new FunctionUrlEvent(front);
    };
  }
}
