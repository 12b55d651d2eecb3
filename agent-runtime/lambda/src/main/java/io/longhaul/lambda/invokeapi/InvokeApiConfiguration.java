package io.longhaul.lambda.invokeapi;

import io.longhaul.config.EnvironmentSource;
import io.longhaul.destinations.Destinations;
import io.longhaul.handler.Handler;
import io.longhaul.http.Audience;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Operation;
import io.longhaul.http.Route;
import io.longhaul.jobs.EventOutcomes;
import io.longhaul.jobs.Executions;
import io.longhaul.lambda.calls.FunctionArn;
import io.longhaul.manifest.Manifest;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Lambda Invoke API, for every agent, native ones too. Needs a manifest, a handler, its
 * executions and destinations.
 */
@Configuration(proxyBeanMethods = false)
public class InvokeApiConfiguration {

  @Bean
  CalledFunction calledFunction(
      Manifest manifest, Handler handler, Executions executions, JsonMapper mapper, Clock clock) {
    return CalledFunction.of(manifest, handler, executions, mapper, clock);
  }

  @Bean
  Route invoke(CalledFunction function, LongSupplier ticker) {
    return row(
        InvokeEndpoint.PATTERN,
        InvokeEndpoint.OPERATION,
        new InvokeEndpoint(function, new RetriedCalls(ticker)));
  }

  @Bean
  Route invokeWithResponseStream(CalledFunction function) {
    return row(StreamEndpoint.PATTERN, StreamEndpoint.OPERATION, new StreamEndpoint(function));
  }

  @Bean
  Route invokeAsync(CalledFunction function) {
    return row(
        InvokeAsyncEndpoint.PATTERN,
        InvokeAsyncEndpoint.OPERATION,
        new InvokeAsyncEndpoint(function));
  }

  @Bean
  Route oldInvokeAsync(CalledFunction function) {
    return row(
        InvokeAsyncEndpoint.OLD_PATTERN,
        InvokeAsyncEndpoint.OLD_OPERATION,
        new InvokeAsyncEndpoint(function));
  }

  @Bean
  EventOutcomes invocationRecords(
      Manifest manifest,
      EnvironmentSource environment,
      Destinations destinations,
      JsonMapper mapper) {
    return new InvocationRecords(
        FunctionArn.of(manifest, environment.read()),
        manifest.async(),
        destinations,
        new FunctionErrors(manifest.jobs().timeout()),
        mapper);
  }

  private static Route row(String pattern, Operation operation, Endpoint endpoint) {
    return new Route(
        Route.Method.POST, pattern, Audience.CALLERS, operation, endpoint, new ServiceErrors());
  }
}
