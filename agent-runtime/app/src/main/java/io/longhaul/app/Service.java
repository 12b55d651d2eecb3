package io.longhaul.app;

import io.longhaul.jobs.Executions;
import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.Place;
import io.longhaul.lifecycle.ServicePhase;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.logs.Logs;
import io.longhaul.manifest.Manifest;
import io.longhaul.manifest.ManifestReader;
import io.longhaul.metrics.ServiceMeters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** One agent that is served: started, serving, draining, stopped. */
final class Service implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Launch launch;
  private final AnnotationConfigServletWebServerApplicationContext context;
  private final ServiceFile file;

  private Service(Launch launch, AnnotationConfigServletWebServerApplicationContext context) {
    this.launch = launch;
    this.context = context;
    this.file = new ServiceFile(launch.data());
  }

  /**
   * Starts; when this returns, the service answers.
   *
   * @throws StartFailure if it cannot
   */
  static Service start(Options options, Map<String, String> environment) {
    Place place = Place.of(environment);
    Logs.start(place == Place.ECS, options.logLevel());
    try {
      Service service = compose(launch(place, options, environment));
      return service.serveOrClose();
    } catch (RuntimeException | IOException e) {
      LOG.debug("The start failed", e);
      throw StartProblems.of(e);
    }
  }

  private static Launch launch(Place place, Options options, Map<String, String> environment) {
    if (place == Place.LAMBDA) {
      throw new StartFailure(
          ExitCode.CONFIGURATION,
          "On Lambda no service runs: calls come through Lambda's own runtime.",
          "Make %s the function's handler.".formatted(LambdaEntry.class.getName()));
    }
    String said = options.environment();
    String name =
        said != null
            ? said
            : place == Place.LOCAL ? "local" : environment.getOrDefault("ENVIRONMENT", "dev");
    Manifest manifest = new ManifestReader().read(options.manifest(), name);
    Path data = options.data();
    return new Launch(
        place,
        options,
        environment,
        manifest,
        DataFolder.open(data != null ? data : Path.of(".longhaul", manifest.name())));
  }

  private static Service compose(Launch launch) {
    var context = new AnnotationConfigServletWebServerApplicationContext();
    context.registerBean(Launch.class, () -> launch);
    context.registerBean(Manifest.class, launch::manifest);
    context.register(Composition.parts(launch.manifest()));
    try {
      context.refresh();
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
    return new Service(launch, context);
  }

  private Service serveOrClose() throws IOException {
    try {
      serve();
      return this;
    } catch (RuntimeException | IOException e) {
      close();
      throw e;
    }
  }

  private void serve() throws IOException {
    context.getBean(Executions.class).start();
    context.getBean(ServicePhase.class).serve();
    file.write(
        context.getBean(JsonMapper.class),
        launch.manifest().name(),
        url(),
        context.getBean(Clock.class).instant());
    // loads management classes, which the first answer need not wait for
    Thread.ofVirtual().name("meters").start(context.getBean(ServiceMeters.class)::register);
    if (launch.place() != Place.LOCAL) {
      LOG.info("started: {}", greeting()); // locally Main prints it
    }
  }

  /** The line that tells people where to go. */
  String greeting() {
    Manifest manifest = launch.manifest();
    return "%s %s serves on %s".formatted(manifest.name(), manifest.version(), url());
  }

  /** Where it answers, as seen from this machine. */
  String url() {
    var server = context.getWebServer();
    return new LocalUrl(launch.host(), server == null ? 0 : server.getPort()).toString();
  }

  /** How long running work may take to end. */
  Duration drain() {
    return launch.drain();
  }

  /** Drains, then stops. HTTP answers about status and jobs until the work has ended. */
  @Override
  public void close() {
    LOG.info(
        "stopping: {} drains for at most {} s",
        launch.manifest().name(),
        launch.drain().toSeconds());
    context.getBean(ServicePhase.class).drain();
    try {
      context.getBean(Executions.class).drain(launch.drain());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    context.getBean(ServicePhase.class).stop();
    file.remove();
    context.close();
    LOG.info("stopped: {}", launch.manifest().name());
  }
}
