package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * AWS's Powertools for Python as they are, around a function that takes a queue's batches: batch
 * processor, idempotency (its store for Redis, on fakeredis), logger and metrics.
 */
class PowertoolsTest {

  private static final String MANIFEST =
      """
      manifest: 1
      name: booking
      version: 1.0.0
      description: Books orders
      runtime: python3.13
      handler: app.handler
      code: src
      triggers: [{sqs: {queue: orders}}]
      """;

  private static final String CODE =
      """
      import contextlib, io, json

      import fakeredis
      from aws_lambda_powertools import Logger, Metrics
      from aws_lambda_powertools.metrics import MetricUnit
      from aws_lambda_powertools.utilities.batch import (
          BatchProcessor, EventType, process_partial_response)
      from aws_lambda_powertools.utilities.idempotency import IdempotencyConfig, idempotent_function
      from aws_lambda_powertools.utilities.idempotency.persistence.cache import CachePersistenceLayer

      logs = io.StringIO()
      logger = Logger(service="booking", stream=logs)
      metrics = Metrics(namespace="Booking", service="booking")
      processor = BatchProcessor(event_type=EventType.SQS)
      store = CachePersistenceLayer(client=fakeredis.FakeRedis(decode_responses=True))
      config = IdempotencyConfig(event_key_jmespath="order")
      booked = []

      @idempotent_function(data_keyword_argument="order", config=config, persistence_store=store)
      def book(order):
          booked.append(order["order"])
          return {"booked": order["order"]}

      def one(record):
          order = json.loads(record.body)
          if order.get("bad"):
              raise ValueError("cannot be booked")
          logger.info("booking", extra={"order": order["order"]})
          metrics.add_metric(name="Booked", unit=MetricUnit.Count, value=1)
          book(order=order)

      @logger.inject_lambda_context
      @metrics.log_metrics
      def run(event, context):
          config.register_lambda_context(context)
          return process_partial_response(
              event=event, record_handler=one, processor=processor, context=context)

      def handler(event, context):
          # what it prints is kept beside, to be looked at
          printed = io.StringIO()
          with contextlib.redirect_stdout(printed):
              answer = run(event, context)
          print(printed.getvalue(), end="")
          return {**answer, "booked": booked, "request": context.aws_request_id,
                  "emf": json.loads(printed.getvalue()),
                  "log": json.loads(logs.getvalue().splitlines()[0])}
      """;

  @TempDir private Path folder;
  private @Nullable Service service;

  @BeforeEach
  void start() throws IOException {
    var runtime = System.getenv("LONGHAUL_TEST_PYTHON");
    assumeThat(runtime != null && hasPowertools(Path.of(runtime)))
        .as(
            "skipped: LONGHAUL_TEST_PYTHON names no virtual environment with awslambdaric,"
                + " aws-lambda-powertools and fakeredis; .ci/run makes one")
        .isTrue();
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST);
    Files.createDirectory(folder.resolve("src"));
    Files.writeString(folder.resolve("src/app.py"), CODE);
    service = new AgentFolder(folder).start("--runtime", runtime);
  }

  private static boolean hasPowertools(Path home) throws IOException {
    try (var files = Files.find(home, 5, (file, _) -> file.endsWith("aws_lambda_powertools"))) {
      return files.findAny().isPresent();
    }
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void batchProcessorReportsWhatFailed() throws Exception {
    var run = deliver("{\"order\":1}", "{\"order\":2,\"bad\":true}", "{\"order\":3}");
    assertThat(run.path("done").toString()).isEqualTo("[\"m0\",\"m2\"]");
    assertThat(run.path("again").toString()).isEqualTo("[\"m1\"]");
  }

  @Test
  void batchOfNothingButFailuresComesAgainAsAWhole() throws Exception {
    var run = deliver("{\"order\":2,\"bad\":true}", "no JSON");
    assertThat(run.path("again").toString()).isEqualTo("[\"m0\",\"m1\"]");
    assertThat(run.path("error").path("message").stringValue()).contains("BatchProcessingError");
  }

  @Test
  void orderThatComesTwiceIsBookedOnce() throws Exception {
    deliver("{\"order\":7}");
    var second = deliver("{\"order\":7}", "{\"order\":8}");
    assertThat(second.path("again")).isEmpty();
    assertThat(second.path("result").path("booked").toString()).isEqualTo("[7,8]");
  }

  @Test
  void loggerAndMetricsKnowTheFunction() throws Exception {
    var run = deliver("{\"order\":1}");
    var log = run.path("result").path("log");
    assertThat(log.path("function_request_id").stringValue())
        .isEqualTo(run.path("execution_id").stringValue());
    assertThat(log.path("function_name").stringValue()).isEqualTo("booking");
    var emf = run.path("result").path("emf");
    assertThat(emf.path("Booked").path(0).intValue()).isEqualTo(1);
    assertThat(emf.path("_aws").path("CloudWatchMetrics").path(0).path("Namespace").stringValue())
        .isEqualTo("Booking");
  }

  private JsonNode deliver(String... bodies) throws Exception {
    var event = JsonMapper.shared().createObjectNode();
    var records = event.putArray("Records");
    for (int i = 0; i < bodies.length; i++) {
      records.addObject().put("messageId", "m" + i).put("body", bodies[i]);
    }
    assertThat(service).isNotNull();
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + "/events/sqs"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event.toString()));
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return JsonMapper.shared().readTree(answer.body()).path("executions").path(0);
    }
  }
}
