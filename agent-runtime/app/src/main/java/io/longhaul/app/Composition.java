package io.longhaul.app;

import io.longhaul.access.AccessConfiguration;
import io.longhaul.access.AccessDecision;
import io.longhaul.access.AccessMode;
import io.longhaul.access.LiveAccess;
import io.longhaul.agent.Meters;
import io.longhaul.clients.ClientsConfiguration;
import io.longhaul.config.Config;
import io.longhaul.config.ConfigConfiguration;
import io.longhaul.config.EnvironmentSource;
import io.longhaul.config.PlatformKey;
import io.longhaul.destinations.DestinationSettings;
import io.longhaul.destinations.DestinationsConfiguration;
import io.longhaul.discovery.AgentDescription;
import io.longhaul.discovery.DiscoveryConfiguration;
import io.longhaul.discovery.Security;
import io.longhaul.endpoints.ContractConfiguration;
import io.longhaul.endpoints.ContractSettings;
import io.longhaul.endpoints.Refreshed;
import io.longhaul.events.EventsConfiguration;
import io.longhaul.events.Origin;
import io.longhaul.handler.Handler;
import io.longhaul.health.HealthConfiguration;
import io.longhaul.http.HttpConfiguration;
import io.longhaul.http.ServerSettings;
import io.longhaul.jobs.EngineSettings;
import io.longhaul.jobs.ExecutionListener;
import io.longhaul.jobs.JobsConfiguration;
import io.longhaul.jobs.embedded.EmbeddedJobsConfiguration;
import io.longhaul.jobs.embedded.EmbeddedJobsSettings;
import io.longhaul.json.JsonConfiguration;
import io.longhaul.lambda.LambdaConfiguration;
import io.longhaul.lambda.LambdaSettings;
import io.longhaul.lambda.httpevents.HttpEventsConfiguration;
import io.longhaul.lambda.invokeapi.InvokeApiConfiguration;
import io.longhaul.lifecycle.Place;
import io.longhaul.lifecycle.ServicePhase;
import io.longhaul.logs.ExecutionLog;
import io.longhaul.manifest.Manifest;
import io.longhaul.metrics.AgentMeters;
import io.longhaul.metrics.MetricsConfiguration;
import io.longhaul.nativeagent.NativeAgentConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The one composition root. It lists the parts of a service in the order in which they build on
 * each other, and below says what each is given from the launch. Nothing is found by scanning.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  JsonConfiguration.class,
  ConfigConfiguration.class,
  MetricsConfiguration.class,
  ClientsConfiguration.class,
  EmbeddedJobsConfiguration.class,
  DestinationsConfiguration.class,
  JobsConfiguration.class,
  HealthConfiguration.class,
  AccessConfiguration.class,
  DiscoveryConfiguration.class,
  EventsConfiguration.class,
  InvokeApiConfiguration.class,
  ContractConfiguration.class,
  HttpConfiguration.class
})
class Composition {

  private static final Logger LOG = LoggerFactory.getLogger(Composition.class);

  /** Where pages are served while they are developed. */
  private static final String LOCAL_ORIGIN = "http://localhost:3000";

  /** What is composed for an agent: the parts below, and what runs its code. */
  static Class<?>[] parts(Manifest manifest) {
    var parts = new ArrayList<Class<?>>(List.of(Composition.class));
    parts.add(manifest.nativeAgent() ? NativeAgentConfiguration.class : LambdaConfiguration.class);
    if (manifest.http().event() != null) {
      parts.add(HttpEventsConfiguration.class);
    } else {
      LOG.info("paths of the agent's own: none, because the manifest has no http.event");
    }
    return parts.toArray(Class<?>[]::new);
  }

  @Bean
  LambdaSettings lambdaSettings(Launch launch) {
    return new LambdaSettings(
        launch.options().runtime(), launch.data().path().resolve("tmp"), launch.environment());
  }

  @Bean
  Origin origin(Launch launch) {
    return Origin.of(launch.environment());
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  LongSupplier ticker() {
    return System::nanoTime;
  }

  @Bean
  ServicePhase phase() {
    return new ServicePhase();
  }

  @Bean
  EnvironmentSource environmentSource(Launch launch) {
    return new EnvironmentSource(launch::environment);
  }

  @Bean
  AgentDescription agentDescription(Manifest manifest, Handler handler) {
    return new AgentDescription(
        manifest.name(),
        manifest.version(),
        manifest.description(),
        manifest.capabilities(),
        manifest.environment(),
        handler::inputSchema,
        handler::outputSchema);
  }

  @Bean
  Meters agentMeters(MeterRegistry registry, Manifest manifest) {
    return new AgentMeters(registry, manifest.name());
  }

  @Bean
  EngineSettings engineSettings(Launch launch) {
    Manifest manifest = launch.manifest();
    return EngineSettings.builder()
        .concurrency(manifest.jobs().concurrency())
        .attempts(manifest.jobs().attempts())
        .backoff(manifest.jobs().backoff())
        .timeout(manifest.jobs().timeout())
        .deadline(manifest.jobs().deadline())
        .retention(manifest.jobs().retention())
        .maxAge(manifest.async().maxAge())
        .places(manifest.places())
        .jobsTakePlaces(!manifest.nativeAgent())
        .waiting(manifest.http().waiting())
        .build();
  }

  @Bean
  EmbeddedJobsSettings embeddedJobsSettings(Launch launch) {
    return new EmbeddedJobsSettings(launch.data().path());
  }

  @Bean
  DestinationSettings destinationSettings(Launch launch) {
    return new DestinationSettings(launch.data().path().resolve("destinations"));
  }

  @Bean
  ExecutionListener executionLog() {
    return new ExecutionLog();
  }

  @Bean
  AccessDecision accessDecision(Launch launch) {
    return new AccessDecision(
        launch.place(), launch.host(), launch.options().access(), launch.manifest().access());
  }

  @Bean
  LiveAccess liveAccess(Launch launch, Config config) {
    var usual = new ArrayList<>(launch.manifest().http().cors());
    if (launch.place() == Place.LOCAL) {
      usual.add(LOCAL_ORIGIN);
    }
    List<String> origins = List.copyOf(usual);
    return new LiveAccess(
        config::apiKeys, config::accessKeys, () -> config.allowOrigins().orElse(origins));
  }

  @Bean
  ContractSettings contractSettings(
      Manifest manifest, Config config, AccessMode mode, Handler handler) {
    return new ContractSettings(
        manifest.http().maxWait(), () -> refresh(config, neededBy(mode), handler));
  }

  private static @Nullable PlatformKey neededBy(AccessMode mode) {
    return switch (mode) {
      case AccessMode.Keys _ -> PlatformKey.API_KEYS;
      case AccessMode.Signatures _ -> PlatformKey.SIGV4_KEYS;
      case AccessMode.Local _, AccessMode.Open _, AccessMode.Tokens _ -> null;
    };
  }

  private static Refreshed refresh(Config config, @Nullable PlatformKey needed, Handler handler) {
    List<String> changed = config.refresh(needed).stream().sorted().toList();
    List<String> agents = changed.stream().filter(name -> !Config.isLive(name)).toList();
    boolean taken = !agents.isEmpty() && handler.takesNewConfiguration();
    return new Refreshed(changed, taken ? List.of() : agents);
  }

  @Bean
  Security security(AccessMode mode) {
    return new Security(
        mode.scheme(), mode instanceof AccessMode.Local ? null : new AccessMode.Keys().scheme());
  }

  @Bean
  ServerSettings serverSettings(Launch launch) {
    Manifest manifest = launch.manifest();
    return new ServerSettings(
        launch.host(),
        launch.options().port(),
        manifest.http().maxBodyBytes(),
        manifest.places() + manifest.http().waiting(),
        launch.place() == Place.ECS,
        manifest.http().event() != null);
  }
}
