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
  Route invoke(
      Manifest manifest,
      Executions executions,
      Handler handler,
      LongSupplier ticker,
      JsonMapper mapper) {
    var endpoint =
        new InvokeEndpoint(
            FunctionNames.of(manifest),
            executions,
            handler,
            new Options(mapper),
            new RetriedCalls(ticker),
            new FunctionErrors(manifest.jobs().timeout()));
    return row(InvokeEndpoint.PATTERN, InvokeEndpoint.OPERATION, endpoint);
  }

  @Bean
  Route invokeWithResponseStream(
      Manifest manifest, Executions executions, Handler handler, JsonMapper mapper) {
    var endpoint =
        new StreamEndpoint(
            FunctionNames.of(manifest),
            executions,
            handler,
            new Options(mapper),
            new FunctionErrors(manifest.jobs().timeout()));
    return row(StreamEndpoint.PATTERN, StreamEndpoint.OPERATION, endpoint);
  }

  @Bean
  Route invokeAsync(Manifest manifest, Executions executions, Handler handler) {
    return row(
        InvokeAsyncEndpoint.PATTERN,
        InvokeAsyncEndpoint.OPERATION,
        InvokeAsyncEndpoint.of(manifest, executions, handler));
  }

  @Bean
  Route oldInvokeAsync(Manifest manifest, Executions executions, Handler handler) {
    return row(
        InvokeAsyncEndpoint.OLD_PATTERN,
        InvokeAsyncEndpoint.OLD_OPERATION,
        InvokeAsyncEndpoint.of(manifest, executions, handler));
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
