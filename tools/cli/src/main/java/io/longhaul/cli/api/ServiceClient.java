package io.longhaul.cli.api;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Calls one service. It asks under {@code /-/}, where the runtime's own paths stand for every
 * agent. Safe for concurrent use.
 */
public final class ServiceClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As long as a handler runs; a client wants a number. */
  private static final Duration UNLIMITED = Duration.ofDays(365);

  private final URI base;
  private final @Nullable String key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * Connects lazily.
   *
   * @param base the service's address, with or without a final slash
   * @param key sent as {@code X-Api-Key}; null sends none
   */
  public ServiceClient(URI base, @Nullable String key) {
    this.base = base.getPath().endsWith("/") ? base : URI.create(base + "/");
    this.key = key;
  }

  /** The service's address, ending with a slash. */
  public URI base() {
    return base;
  }

  /** Whether the service answers and is up. */
  public boolean healthy() {
    try {
      return send(request("status").timeout(Duration.ofSeconds(5)).GET()).statusCode() == 200;
    } catch (ServiceLost e) {
      return false;
    }
  }

  /** Submits a job and gives its id. */
  public String submit(String input) {
    var request =
        request("execute")
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .POST(HttpRequest.BodyPublishers.ofString(input));
    return json(request).path("job_id").asString("");
  }

  /**
   * Delivers an event and gives what became of it.
   *
   * @param source its word in the path
   * @param trigger which of the manifest's triggers; 0 = the first that fits
   * @param async whether jobs shall hold it; else this waits until it was run
   */
  public JsonNode deliver(String source, JsonNode event, int trigger, boolean async) {
    var request =
        request("events/" + encoded(source) + (trigger == 0 ? "" : "?trigger=" + trigger))
            .timeout(UNLIMITED)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Output.JSON.writeValueAsBytes(event)));
    return json(async ? request.header("Prefer", "respond-async") : request);
  }

  /** One job. */
  public JobView job(String id) {
    return new JobView(json(request("jobs/" + encoded(id)).GET()));
  }

  /** The output of a job that succeeded. */
  public JsonNode result(String id) {
    return json(request("jobs/" + encoded(id) + "/result").GET());
  }

  /** Asks to cancel. The job is cancelled once its handler has stopped. */
  public JobView cancel(String id) {
    json(request("jobs/" + encoded(id)).DELETE());
    return job(id);
  }

  /** Runs a failed or cancelled job again. */
  public JobView retry(String id) {
    json(request("jobs/" + encoded(id) + "/retry").POST(HttpRequest.BodyPublishers.noBody()));
    return job(id);
  }

  /**
   * A page of jobs, newest first.
   *
   * @param state null for all
   * @param cursor null for the first page
   */
  public JsonNode page(@Nullable String state, @Nullable String cursor) {
    var query =
        "jobs?limit=100"
            + (state == null ? "" : "&state=" + encoded(state.toLowerCase(Locale.ROOT)))
            + (cursor == null ? "" : "&cursor=" + encoded(cursor));
    return json(request(query).GET());
  }

  /** Opens a job's events; the caller closes them. */
  JobEvents events(String id, @Nullable String lastEventId) {
    var request = request("jobs/" + encoded(id) + "/events").header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      var response = http.send(request.GET().build(), BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw failure(
            response.statusCode(),
            new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
      }
      return new JobEvents(response.body());
    } catch (IOException e) {
      throw lost(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    var builder = HttpRequest.newBuilder(base.resolve("-/" + path)).timeout(PATIENCE);
    return key == null ? builder : builder.header("X-Api-Key", key);
  }

  private JsonNode json(HttpRequest.Builder request) {
    var response = send(request);
    if (response.statusCode() >= 300) {
      throw failure(response.statusCode(), response.body());
    }
    try {
      return Output.JSON.readTree(response.body());
    } catch (JacksonException e) {
      throw new ServiceLost("%s answers, but not as a Longhaul service does.".formatted(base));
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw lost(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private ApiFailure failure(int status, String body) {
    var hint = status == 401 ? " Set LONGHAUL_API_KEY to one of the service's API_KEYS." : "";
    return new ApiFailure(status, Problem.text(status, body) + hint);
  }

  private ServiceLost lost(IOException e) {
    var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new ServiceLost("No service answers at %s (%s).".formatted(base, reason));
  }

  private static Refusal interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    var refusal = new Refusal(Exit.INTERRUPTED, "Interrupted.");
    refusal.initCause(e);
    return refusal;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
