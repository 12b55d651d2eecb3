package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.longhaul.logs.Logs;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

class OutputTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(Logs.FUNCTION);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(log);
  }

  @Test
  void textIsALineWithTheExecution() throws Exception {
    var event = only("hello\n");
    assertThat(event.getFormattedMessage()).isEqualTo("hello");
    assertThat(event.getKeyValuePairs()).hasToString("[execution_id=\"7\"]");
    assertThat(event.getMarkerList()).isNull();
  }

  @Test
  void objectIsMarkedAsOne() throws Exception {
    assertThat(only("{\"level\": \"info\"}").getMarkerList()).containsExactly(Logs.JSON);
  }

  @Test
  void metricsGoThroughAsTheyAre() throws Exception {
    var line = "{\"_aws\": {\"Timestamp\": 1}, \"time\" : 1.50}";
    var event = only(line + "\n");
    assertThat(event.getFormattedMessage()).isEqualTo(line);
    assertThat(event.getMarkerList()).containsExactly(Logs.JSON);
    assertThat(event.getKeyValuePairs()).isNull();
  }

  @Test
  void almostAnObjectIsText() throws Exception {
    assertThat(only("{not json}").getMarkerList()).isNull();
  }

  @Test
  void endlessLineIsCut() throws Exception {
    read("x".repeat(600_000) + "\n");
    assertThat(lines).hasSizeBetween(3, 4).allMatch(line -> line.length() < 300_000);
    assertThat(String.join("", lines)).hasSize(600_000);
  }

  private ILoggingEvent only(String printed) throws Exception {
    read(printed);
    assertThat(log.list).hasSize(1);
    return log.list.getFirst();
  }

  private void read(String printed) throws Exception {
    new Output(JsonMapper.shared(), "execution_id", () -> "7", lines::add)
        .follow(new ByteArrayInputStream(printed.getBytes(UTF_8)))
        .join();
  }
}
