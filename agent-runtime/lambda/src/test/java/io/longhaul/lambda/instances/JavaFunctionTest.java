package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A function as it would stand on Lambda, under AWS's own client for Java. */
@Timeout(120)
class JavaFunctionTest {

  @TempDir private Path folder;

  /** Stands in a jar of a layer alone. */
  public static final class Layered {
    public static String word() {
      return "from a layer";
    }
  }

  /** What a team would have written; found in the code folder, not on the client's class path. */
  public static final class Shouts implements RequestHandler<Map<String, String>, String> {

    private static final CyclicBarrier MEETING = new CyclicBarrier(4);

    @Override
    public String handleRequest(Map<String, String> input, Context context) {
      if (input.containsKey("wrapped")) {
        return System.getenv("WRAPPED");
      }
      if (input.containsKey("life")) {
        return life();
      }
      if (input.containsKey("layered")) {
        return Layered.word();
      }
      if (input.containsKey("meet")) {
        return context.getAwsRequestId() + " met " + meet() + " others";
      }
      if (input.containsKey("fail")) {
        throw new IllegalStateException("no luck");
      }
      return input.get("text").toUpperCase(Locale.ROOT) + " " + context.getAwsRequestId();
    }

    /** With its start: in a namespace of its own the next process would have the same number. */
    private static String life() {
      var process = ProcessHandle.current();
      return process.pid() + " since " + process.info().startInstant().orElseThrow();
    }

    private static int meet() {
      try {
        MEETING.await(60, TimeUnit.SECONDS);
        return MEETING.getParties() - 1;
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException("the others did not come", e);
      }
    }
  }

  @Test
  void unmodifiedHandlerRuns() throws Exception {
    try (var instances = start(2)) {
      var answer =
          instances.call("id-1", deadline(), Json.of("{\"text\": \"hello\"}"), CallOptions.NONE);
      assertThat(answer.toString()).isEqualTo("\"HELLO id-1\"");
      assertThatThrownBy(() ->
              instances.call("id-2", deadline(), Json.of("{\"fail\": \"\"}"), CallOptions.NONE))
          .hasMessage("no luck");
    }
  }

  @Test
  void sixMegabytesGoInAndOut() throws Exception {
    try (var instances = start(1)) {
      var event = Json.of("{\"text\": \"" + "x".repeat(5_900_000) + "\"}");
      var answer = instances.call("id-1", deadline(), event, CallOptions.NONE).toString();
      assertThat(answer).isEqualTo("\"" + "X".repeat(5_900_000) + " id-1\"");
    }
  }

  @Test
  void processOutlivesItsCallsAndTheirErrors() throws Exception {
    try (var instances = start(1)) {
      var life = life(instances, "id-1");
      assertThat(life).containsPattern("^\"\\d+ since 2");
      assertThat(life(instances, "id-2")).isEqualTo(life);
      assertThatThrownBy(() ->
              instances.call("id-3", deadline(), Json.of("{\"fail\": \"\"}"), CallOptions.NONE))
          .hasMessage("no luck");
      assertThat(life(instances, "id-4")).isEqualTo(life);
    }
  }

  private static String life(Instances instances, String id) throws Exception {
    return instances.call(id, deadline(), Json.of("{\"life\": \"\"}"), CallOptions.NONE).toString();
  }

  @Test
  void wrapperInALayerStartsTheRuntimeInItsWay() throws Exception {
    var wrapper = Files.createDirectories(folder.resolve("layers")).resolve("wrapper");
    Files.writeString(wrapper, "#!/bin/sh\nexport WRAPPED=\"by $0\"\nexec \"$@\"\n");
    Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var instances = start(1, Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/opt/wrapper"))) {
      var answer =
          instances.call("id-1", deadline(), Json.of("{\"wrapped\": \"\"}"), CallOptions.NONE);
      assertThat(answer.toString()).startsWith("\"by /").endsWith("/wrapper\"");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jarInALayerIsFound(boolean isolated) throws Exception {
    var isolation = isolated ? Bubblewrap.orNone() : new Isolation.None();
    var function = new JavaFolder(folder).code(Shouts.class).layer(Layered.class);
    try (var instances = function.start(Shouts.class.getName(), 1, 1, Map.of(), isolation)) {
      var answer =
          instances.call("id-1", deadline(), Json.of("{\"layered\": \"\"}"), CallOptions.NONE);
      assertThat(answer.toString()).isEqualTo("\"from a layer\"");
    }
  }

  @Test
  void callsMeetOnThreadsOfOneProcess() throws Exception {
    var function = new JavaFolder(folder).code(Shouts.class);
    try (var instances =
            function.start(Shouts.class.getName(), 1, 4, Map.of(), Bubblewrap.orNone());
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Future<Json>>();
      for (int i = 1; i <= 4; i++) {
        var id = "id-" + i;
        calls.add(
            callers.submit(() ->
                instances.call(id, deadline(), Json.of("{\"meet\": \"\"}"), CallOptions.NONE)));
      }
      for (int i = 1; i <= 4; i++) {
        assertThat(calls.get(i - 1).get().toString()).isEqualTo("\"id-" + i + " met 3 others\"");
      }
    }
  }

  @Test
  void sixteenStartAtOnceWithoutALoss() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger(Life.class);
    logger.addAppender(log);
    try (var instances = start(16)) {
      await().atMost(Duration.ofSeconds(100)).until(() -> instances.ready() == 16);
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list).isEmpty();
  }

  private Instances start(int count) throws IOException {
    return start(count, Map.of());
  }

  private Instances start(int count, Map<String, String> variables) throws IOException {
    return new JavaFolder(folder)
        .code(Shouts.class)
        .start(Shouts.class.getName(), count, 1, variables, Bubblewrap.orNone());
  }

  private static Instant deadline() {
    return Instant.now().plusSeconds(60);
  }
}
