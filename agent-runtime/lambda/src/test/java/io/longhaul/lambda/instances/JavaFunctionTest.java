package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** A function as it would stand on Lambda, under AWS's own client for Java. */
@Timeout(120)
class JavaFunctionTest {

  @TempDir private Path folder;

  /** What a team would have written; found in the code folder, not on the client's class path. */
  public static final class Shouts implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> input, Context context) {
      if (input.containsKey("wrapped")) {
        return System.getenv("WRAPPED");
      }
      if (input.containsKey("life")) {
        return life();
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
    var home = Files.createDirectories(folder.resolve("home"));
    var library = AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-x86_64.so");
    try (library) {
      Files.copy(Objects.requireNonNull(library), home.resolve(Language.Java.NATIVE));
    }
    var jars = Files.createDirectories(home.resolve("lib"));
    for (var entry : System.getProperty("java.class.path").split(":", -1)) {
      if (entry.matches(".*/(aws-lambda-java|utils-lite)-[^/]*\\.jar")) {
        Files.copy(Path.of(entry), jars.resolve(Path.of(entry).getFileName()));
      }
    }
    var java = Path.of(System.getProperty("java.home"), "bin/java");
    var blueprint =
        new Blueprint(
            "tested",
            Shouts.class.getName(),
            code(),
            folder.resolve("layers"),
            new Language.Java(home, java, "java25", 64),
            96,
            1,
            () -> variables,
            Map.of("PATH", "/usr/bin:/bin"),
            folder.resolve("tmp"));
    return new Instances(blueprint, count, 1, 1_000_000, Clock.systemUTC(), JsonMapper.shared());
  }

  private Path code() throws IOException {
    var name = Shouts.class.getName().replace('.', '/') + ".class";
    var target = folder.resolve("code").resolve(name);
    Files.createDirectories(target.getParent());
    try (var bytes = Shouts.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(bytes), target);
    }
    return folder.resolve("code");
  }

  private static Instant deadline() {
    return Instant.now().plusSeconds(60);
  }
}
