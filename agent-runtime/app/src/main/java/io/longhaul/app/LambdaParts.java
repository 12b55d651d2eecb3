package io.longhaul.app;

import com.amazonaws.services.lambda.runtime.Context;
import io.longhaul.handler.Handler;
import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.logs.Logs;
import io.longhaul.manifest.Manifest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What an agent on Lambda is composed of, and lives as long as its process. */
record LambdaParts(
    Handler handler,
    LambdaMeters meters,
    JsonMapper mapper,
    Clock clock,
    LambdaDeadlines deadlines) {

  private static final Logger LOG = LoggerFactory.getLogger(LambdaParts.class);

  /**
   * Composes the agent.
   *
   * @throws StartFailure if it cannot be
   */
  static LambdaParts start(Map<String, String> environment) {
    // Lambda sets it where the function's log format is JSON
    String level = environment.getOrDefault("AWS_LAMBDA_LOG_LEVEL", "info");
    Logs.start(true, level.toLowerCase(Locale.ROOT));
    try {
      var manifest = TaskRoot.of(environment).manifest();
      requireNative(manifest);
      var parts = compose(manifest, environment);
      LOG.info("started: {} {} on Lambda", manifest.name(), manifest.version());
      return parts;
    } catch (RuntimeException e) {
      throw StartProblems.of(e);
    }
  }

  private static LambdaParts compose(Manifest manifest, Map<String, String> environment) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Manifest.class, () -> manifest);
    context.register(LambdaComposition.class);
    context.registerBean(
        LambdaComposition.Environment.class, () -> new LambdaComposition.Environment(environment));
    try {
      context.refresh();
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
    context.registerShutdownHook();
    return new LambdaParts(
        context.getBean(Handler.class),
        context.getBean(LambdaMeters.class),
        context.getBean(JsonMapper.class),
        context.getBean(Clock.class),
        context.getBean(LambdaDeadlines.class));
  }

  private static void requireNative(Manifest manifest) {
    if (!manifest.nativeAgent()) {
      throw new StartFailure(
          ExitCode.CONFIGURATION,
          "The handler %s is a Lambda handler of its own, no native agent."
              .formatted(manifest.handler()),
          "Name it as the function's handler on Lambda, in place of "
              + LambdaEntry.class.getName()
              + ".");
    }
  }

  /** Begins a call; close it when it has ended. */
  LambdaCall begin(Context lambda) {
    return LambdaCall.begin(this, lambda);
  }
}
