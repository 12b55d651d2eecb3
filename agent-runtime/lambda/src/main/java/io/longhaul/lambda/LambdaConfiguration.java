package io.longhaul.lambda;

import io.longhaul.config.Config;
import io.longhaul.events.EventShapes;
import io.longhaul.events.Origin;
import io.longhaul.handler.Handler;
import io.longhaul.health.HealthCheck;
import io.longhaul.lambda.instances.Instances;
import io.longhaul.lambda.queueevents.AwsEvents;
import io.longhaul.lambda.queueevents.BatchHandler;
import io.longhaul.manifest.Manifest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The Lambda handler that the manifest names, and the instances that run it. */
@Configuration(proxyBeanMethods = false)
public class LambdaConfiguration {

  @Bean(destroyMethod = "") // the handler closes them
  Instances instances(
      Manifest manifest, Config config, LambdaSettings settings, Clock clock, JsonMapper mapper) {
    ProfileRegion.warnIfHidden(settings.surroundings());
    return new Instances(
        Function.blueprint(manifest, config, settings),
        manifest.instances(),
        manifest.concurrency(),
        manifest.http().maxBodyBytes(),
        clock,
        mapper);
  }

  @Bean
  Handler lambdaHandler(Instances instances, JsonMapper mapper) {
    return new BatchHandler(new LambdaHandler(instances, mapper), mapper);
  }

  @Bean
  EventShapes eventShapes(Origin origin, JsonMapper mapper) {
    return new AwsEvents(origin, mapper);
  }

  @Bean
  HealthCheck instancesCheck(Instances instances) {
    return new HealthCheck("instances", true, instances::requireReady);
  }
}
