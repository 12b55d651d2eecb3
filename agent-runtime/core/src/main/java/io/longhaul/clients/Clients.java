package io.longhaul.clients;

import io.longhaul.agent.Client;
import io.longhaul.manifest.ClientSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The clients that a manifest declares, over one HTTP client. Safe for concurrent use. */
public final class Clients implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .executor(executor)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, Client> clients;

  /**
   * Makes every client, and shows them in the metrics.
   *
   * @param settings the manifest's {@code clients}
   */
  public Clients(Map<String, ClientSettings> settings, MeterRegistry meters, Clock clock) {
    this(settings, meters, clock, Backoff.FIRST);
  }

  Clients(
      Map<String, ClientSettings> settings, MeterRegistry meters, Clock clock, Duration backoff) {
    var registries = new Registries(clock, new Backoff(backoff, clock));
    registries.bindTo(meters);
    this.clients =
        settings.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry ->
                        new ResilientClient(
                            registries.resilience(entry.getKey(), entry.getValue()),
                            http,
                            executor)));
  }

  /**
   * The client of a name.
   *
   * @throws IllegalArgumentException if the manifest declares none, naming those that it does
   */
  public Client client(String name) {
    var client = clients.get(name);
    if (client == null) {
      throw new IllegalArgumentException(
          "The manifest declares no client %s; add it under clients, beside %s"
              .formatted(name, clients.keySet().stream().sorted().toList()));
    }
    return client;
  }

  /** Interrupts calls that still run. */
  @Override
  public void close() {
    http.shutdownNow();
    executor.shutdownNow();
  }
}
