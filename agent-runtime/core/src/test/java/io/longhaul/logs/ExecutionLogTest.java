package io.longhaul.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.longhaul.jobs.Execution;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Failure;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ExecutionLogTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger("io.longhaul.executions");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final ExecutionLog log = new ExecutionLog();
  private final Execution execution =
      new Execution(
          new ExecutionId(new UUID(0x7000L, 0x8000_0000_0000_0000L)), 2, true, Duration.ZERO);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }

  @Test
  void failureOfTheAgentIsAnErrorWithItsStackTrace() {
    log.failed(execution, new Failure("execution-failed", "why"), new IllegalStateException("why"));
    var line = lines.list.getFirst();
    assertThat(line.getLevel()).isEqualTo(Level.ERROR);
    assertThat(line.getThrowableProxy()).isNotNull();
    assertThat(line.getKeyValuePairs()).extracting(pair -> pair.key).contains("execution_id");
  }

  @Test
  void mistakeOfTheCallerWakesNobody() {
    log.failed(execution, new Failure("invalid-input", "url: no"), new IllegalStateException("no"));
    var line = lines.list.getFirst();
    assertThat(line.getLevel()).isEqualTo(Level.INFO);
    assertThat(line.getThrowableProxy()).isNull();
  }

  @Test
  void whatGoesWellIsNotTold() {
    log.started(execution);
    log.succeeded(execution);
    assertThat(lines.list).isEmpty();
  }
}
