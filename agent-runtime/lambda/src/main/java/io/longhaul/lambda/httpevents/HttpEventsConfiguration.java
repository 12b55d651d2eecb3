package io.longhaul.lambda.httpevents;

import io.longhaul.config.Config;
import io.longhaul.events.Origin;
import io.longhaul.handler.Handler;
import io.longhaul.http.Fallback;
import io.longhaul.http.ServerSettings;
import io.longhaul.jobs.Executions;
import io.longhaul.lambda.LambdaSettings;
import io.longhaul.manifest.HttpEvent;
import io.longhaul.manifest.Manifest;
import io.longhaul.manifest.names.Names;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The function's own paths. Needs a manifest with {@code http.event}, its handler and executions.
 */
@Configuration(proxyBeanMethods = false)
public class HttpEventsConfiguration {

  @Bean
  Fallback httpEvents(
      Manifest manifest,
      Config config,
      LambdaSettings settings,
      ServerSettings server,
      Executions executions,
      Handler handler,
      Clock clock,
      JsonMapper mapper) {
    HttpEvent event = Objects.requireNonNull(manifest.http().event());
    Kind kind = Kind.of(event, manifest.http(), front(manifest, settings));
    Supplier<List<String>> origins = () -> config.allowOrigins().orElse(manifest.http().cors());
    return new Fallback(
        new HttpEventsEndpoint(
            kind, new Arrival(server.behindProxy(), clock), executions, handler, mapper, origins),
        new GatewayErrors(kind.rules()),
        origins);
  }

  private static Front front(Manifest manifest, LambdaSettings settings) {
    String region = Origin.of(settings.surroundings()).region();
    String group = Names.of(manifest.name(), manifest.environment()).targetGroup();
    return new Front(
        manifest.name(),
        manifest.http().stage(),
        "arn:aws:elasticloadbalancing:%s:%s:targetgroup/%s/%016x"
            .formatted(region, Front.ACCOUNT, group, group.hashCode()));
  }
}
