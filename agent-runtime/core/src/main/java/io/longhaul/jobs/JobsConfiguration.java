package io.longhaul.jobs;

import io.longhaul.handler.Handler;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine. Needs a handler, a store, a queue, settings, and whom to tell the ends of Event
 * invocations; nothing runs before it is started.
 */
@Configuration(proxyBeanMethods = false)
public class JobsConfiguration {

  @Bean
  Executions executions(
      EngineSettings settings,
      Handler handler,
      JsonMapper mapper,
      JobStore store,
      JobQueue queue,
      EventOutcomes outcomes,
      Clock clock,
      List<ExecutionListener> listeners) {
    return new Executions(settings, handler, mapper, store, queue, outcomes, clock, listeners);
  }
}
