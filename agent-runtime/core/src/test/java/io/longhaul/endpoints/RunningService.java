package io.longhaul.endpoints;

import io.longhaul.access.AccessConfiguration;
import io.longhaul.access.AccessDecision;
import io.longhaul.access.AccessMode;
import io.longhaul.access.LiveAccess;
import io.longhaul.agent.Secret;
import io.longhaul.config.AccessKey;
import io.longhaul.discovery.AgentDescription;
import io.longhaul.discovery.DiscoveryConfiguration;
import io.longhaul.discovery.Security;
import io.longhaul.events.DeliveryReader;
import io.longhaul.events.EventDeliveries;
import io.longhaul.events.Origin;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.health.HealthCheck;
import io.longhaul.health.HealthConfiguration;
import io.longhaul.http.Fallback;
import io.longhaul.http.HttpConfiguration;
import io.longhaul.http.Routes;
import io.longhaul.http.ServerSettings;
import io.longhaul.jobs.EngineSettings;
import io.longhaul.jobs.EventOutcomes;
import io.longhaul.jobs.ExecutionListener;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.MemoryJobQueue;
import io.longhaul.jobs.MemoryJobStore;
import io.longhaul.json.StrictJson;
import io.longhaul.lifecycle.Place;
import io.longhaul.lifecycle.ServicePhase;
import io.longhaul.logs.Logs;
import io.longhaul.manifest.AccessSettings;
import io.longhaul.manifest.Auth;
import io.longhaul.manifest.Trigger;
import io.longhaul.manifest.binding.JsonText;
import io.longhaul.metrics.MetricsConfiguration;
import io.longhaul.nativeagent.NativeEvents;
import io.longhaul.nativeagent.NativeHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real service around {@link Probe} on a port of its own, and a client for it. */
public final class RunningService implements AutoCloseable {

  private static final JsonMapper MAPPER = StrictJson.newMapper();

  private static final List<Trigger> TRIGGERS =
      List.of(
          new Trigger.Sqs("incoming", 10),
          new Trigger.S3("uploads", "invoices/", ".pdf"),
          new Trigger.Events(List.of("billing"), List.of(), "default"),
          new Trigger.Schedule(
              "0 6 * * ? *", "UTC", new JsonText("{\"act\":\"echo\",\"text\":\"nightly\"}")));

  private final AnnotationConfigServletWebServerApplicationContext context =
      new AnnotationConfigServletWebServerApplicationContext();
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningService(Builder builder) {
    Logs.start(false, "error");
    register(builder);
    context.refresh();
    context.getBean(Executions.class).start();
    if (builder.serving) {
      phase().serve();
    }
  }

  /** A local service that asks nobody for a key. */
  public static RunningService local() {
    return new Builder().start();
  }

  private void register(Builder builder) {
    context.registerBean(Clock.class, () -> builder.clock);
    context.registerBean(LongSupplier.class, () -> System::nanoTime);
    context.registerBean(JsonMapper.class, () -> MAPPER);
    context.registerBean(ServicePhase.class, ServicePhase::new);
    context.registerBean(Handler.class, RunningService::handler);
    context.registerBean(Executions.class, () -> executions(builder.places));
    context.registerBean(ServerSettings.class, builder::server);
    context.registerBean(AccessDecision.class, builder::decision);
    context.registerBean(LiveAccess.class, () -> builder.live);
    context.registerBean(Security.class, this::security);
    context.registerBean(AgentDescription.class, RunningService::description);
    context.registerBean(
        DeliveryReader.class,
        () ->
            new DeliveryReader("probe", TRIGGERS, Origin.of(Map.of()), MAPPER, Clock.systemUTC()));
    context.registerBean(
        EventDeliveries.class,
        () ->
            new EventDeliveries(
                new NativeEvents(MAPPER),
                context.getBean(Handler.class),
                context.getBean(Executions.class)));
    context.registerBean(ContractSettings.class, () -> new ContractSettings(null, builder.refresh));
    Fallback fallback = builder.fallback;
    if (fallback != null) {
      context.registerBean(Fallback.class, () -> fallback);
    }
    builder.checks.forEach(
        check -> context.registerBean(check.name(), HealthCheck.class, () -> check));
    context.register(
        HealthConfiguration.class,
        MetricsConfiguration.class,
        AccessConfiguration.class,
        DiscoveryConfiguration.class,
        ContractConfiguration.class,
        HttpConfiguration.class);
  }

  private static Handler handler() {
    return NativeHandler.load(
        Probe.class.getName(), Probe.class.getClassLoader(), new NoSetup(), MAPPER);
  }

  private Executions executions(int places) {
    var clock = Clock.systemUTC();
    return new Executions(
        EngineSettings.builder().places(places).waiting(0).attempts(1).build(),
        context.getBean(Handler.class),
        MAPPER,
        new MemoryJobStore(true),
        new MemoryJobQueue(clock),
        EventOutcomes.NOBODY,
        clock,
        List.copyOf(context.getBeansOfType(ExecutionListener.class).values()));
  }

  private Security security() {
    var mode = context.getBean(AccessMode.class);
    return new Security(mode.scheme(), mode instanceof AccessMode.Local ? null : "api_key");
  }

  private static AgentDescription description() {
    var schema =
        Json.of(
            """
            {"type":"object","required":["act","text"],"additionalProperties":false,"properties":
              {"act":{"$ref":"#/$defs/Text"},"text":{"$ref":"#/$defs/Text"}},
              "$defs":{"Text":{"type":"string"}}}\
            """);
    return new AgentDescription(
        "probe",
        "1.2.3",
        "Does what it is told",
        List.of("probing"),
        "test",
        () -> schema,
        () -> schema);
  }

  public ServicePhase phase() {
    return context.getBean(ServicePhase.class);
  }

  public Routes routes() {
    return context.getBean(Routes.class);
  }

  public int port() {
    return context.getWebServer() == null ? 0 : context.getWebServer().getPort();
  }

  /** GET; headers in pairs. */
  public HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  /** POST of JSON; headers in pairs. */
  public HttpResponse<String> post(String path, String json, String... headers) throws Exception {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Any method without a body; headers in pairs. */
  public HttpResponse<String> call(String method, String path, String... headers) throws Exception {
    return send(request(path, headers).method(method, BodyPublishers.noBody()));
  }

  /** A request to be completed. */
  public HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofSeconds(60));
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** Sends it. */
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends it, and calls back with the first line of the body; answers the whole body. */
  String send(HttpRequest.Builder request, UnaryOperator<String> first)
      throws IOException, InterruptedException {
    var lines = client.send(request.build(), BodyHandlers.ofLines()).body().iterator();
    var body = new StringBuilder(first.apply(lines.next())).append('\n');
    lines.forEachRemaining(line -> body.append(line).append('\n'));
    return body.toString();
  }

  /** Submits a job, and answers its id. */
  public String submit(String act) throws Exception {
    var answer = post("/execute", input(act), "Prefer", "respond-async");
    return json(answer).path("job_id").stringValue();
  }

  /** Follows a job's events to their end, and answers the job as it is then. */
  public JsonNode ended(String job) throws Exception {
    get("/jobs/" + job + "/events");
    return json(get("/jobs/" + job));
  }

  /** An input for {@link Probe}. */
  public static String input(String act) {
    return "{\"act\":\"" + act + "\",\"text\":\"hello\"}";
  }

  /** The body as JSON. */
  public static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  @Override
  public void close() {
    phase().drain();
    try {
      context.getBean(Executions.class).drain(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while draining", e);
    }
    phase().stop();
    context.close();
  }

  /** What may differ. */
  public static final class Builder {
    private @Nullable AccessSettings access;
    private LiveAccess live =
        new LiveAccess(List::of, List::of, () -> List.of("http://localhost:3000"));
    private final List<HealthCheck> checks = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private int maxBody = 64 * 1024;
    private int places = 10;
    private @Nullable Fallback fallback;
    private boolean serving = true;
    private Callable<Refreshed> refresh =
        () -> new Refreshed(List.of("API_KEYS", "GREETING"), List.of("GREETING"));

    /** Asks callers for a proof. */
    public Builder access(Auth auth, String... keys) {
      return access(new AccessSettings(auth, null, null), keys);
    }

    /** Asks callers for a proof. */
    public Builder access(AccessSettings settings, String... keys) {
      access = settings;
      var secrets = List.of(keys).stream().map(Secret::new).toList();
      live = new LiveAccess(() -> secrets, List::of, () -> List.of("https://app.example.com"));
      return this;
    }

    /** Asks callers for a signature by one of the keys as they are now. */
    public Builder signed(Supplier<List<AccessKey>> keys) {
      access = new AccessSettings(Auth.SIGV4, null, null);
      live = new LiveAccess(List::of, keys, List::of);
      return this;
    }

    /** Tells the time. */
    public Builder clock(Clock other) {
      clock = other;
      return this;
    }

    /** Adds a dependency. */
    public Builder check(HealthCheck check) {
      checks.add(check);
      return this;
    }

    /** Takes so many synchronous calls at a time, and lets none wait. */
    public Builder places(int number) {
      places = number;
      return this;
    }

    /** Reads the configuration again in this way. */
    public Builder refresh(Callable<Refreshed> way) {
      refresh = way;
      return this;
    }

    /** Answers every path that no route has. */
    public Builder fallback(Fallback what) {
      fallback = what;
      return this;
    }

    /** Stays in the phase of starting. */
    public Builder notServing() {
      serving = false;
      return this;
    }

    /** Starts it. */
    public RunningService start() {
      return new RunningService(this);
    }

    private ServerSettings server() {
      return new ServerSettings(
          InetAddress.getLoopbackAddress(), 0, maxBody, 100, access != null, fallback != null);
    }

    private AccessDecision decision() {
      Place place = access == null ? Place.LOCAL : Place.ECS;
      return new AccessDecision(place, InetAddress.getLoopbackAddress(), null, access);
    }
  }
}
