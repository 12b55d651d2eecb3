package io.longhaul.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

class LayoutTest {

  private static final String FORGED = "name\n12:00:00 ERROR forged \u001b[31m";

  @Test
  void lineForPeopleEscapesWhatAnInputBrought() {
    var line = new LineLayout().doLayout(event(FORGED, null));
    assertThat(line).endsWith("name\\n12:00:00 ERROR forged \\u001b[31m execution_id=7\n");
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void lineForPeopleShowsTheStackTraceBelow() {
    var line = new LineLayout().doLayout(event("failed", new IllegalStateException("why\nso")));
    assertThat(line).contains("\n  java.lang.IllegalStateException: why").contains("\n    at ");
  }

  @Test
  void lineForMachinesIsOneObject() {
    var line = new JsonLayout().doLayout(event(FORGED, new IllegalStateException("why")));
    assertThat(line.lines()).hasSize(1);
    var object = JsonMapper.shared().readTree(line);
    assertThat(object.path("message").stringValue()).isEqualTo(FORGED);
    assertThat(object.path("level").stringValue()).isEqualTo("warn");
    assertThat(object.path("execution_id").stringValue()).isEqualTo("7");
    assertThat(object.path("stack_trace").stringValue()).contains("IllegalStateException");
  }

  @Test
  void functionsObjectStaysOneAndGetsTheExecution() {
    assertThat(object("{\"b\":1, \"a\":{\"c\":\"}\"} }"))
        .isEqualTo("{\"b\":1, \"a\":{\"c\":\"}\"} ,\"execution_id\":\"7\"}\n");
    assertThat(object("{ }")).isEqualTo("{ \"execution_id\":\"7\"}\n");
  }

  @Test
  void functionsOwnFieldIsNotDoubled() {
    assertThat(object("{\"execution_id\":\"own\"}")).isEqualTo("{\"execution_id\":\"own\"}\n");
  }

  private static String object(String json) {
    var event = event(json, null);
    event.addMarker(Logs.JSON);
    return new JsonLayout().doLayout(event);
  }

  private static LoggingEvent event(String message, Throwable thrown) {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var event = new LoggingEvent("x", context.getLogger("test"), Level.WARN, message, thrown, null);
    event.setKeyValuePairs(List.of(new KeyValuePair("execution_id", 7)));
    return event;
  }
}
