package io.longhaul.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets logging up, in code: reading a file of XML would cost a third of the start. */
public final class Logs {

  private static final String SPRING_CONTEXT =
      "org.springframework.boot.web.server.servlet.context";

  /** The logger of what functions print: it is their log, so no level of ours silences it. */
  public static final String FUNCTION = "function";

  /** Marks a message that is a JSON object already. */
  public static final Marker JSON = MarkerFactory.getMarker("JSON");

  private Logs() {}

  /**
   * Logs to stderr from now on.
   *
   * @param json for machines; else for people
   * @param level error, warn, info, debug or trace
   */
  public static void start(boolean json, String level) {
    configure((LoggerContext) LoggerFactory.getILoggerFactory(), json, level);
    // Tomcat writes to java.util.logging
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  static void configure(LoggerContext context, boolean json, String level) {
    context.reset();
    context.getLogger("org.apache").setLevel(quieter(level));
    context.getLogger("org.springframework").setLevel(quieter(level));
    // a failed start is told once, by whoever ends the process, and not as a chain of beans
    context.getLogger(SPRING_CONTEXT).setLevel(verbose(level) ? Level.WARN : Level.ERROR);
    context.getLogger(FUNCTION).setLevel(Level.INFO);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(level, Level.INFO));
    root.addAppender(console(context, json ? new JsonLayout() : new LineLayout()));
  }

  private static boolean verbose(String level) {
    return level.equals("debug") || level.equals("trace");
  }

  /** Of libraries only what somebody must know, unless everything is asked for. */
  private static Level quieter(String level) {
    return switch (level) {
      case "debug" -> Level.INFO;
      case "trace" -> Level.DEBUG;
      case "error" -> Level.ERROR;
      default -> Level.WARN;
    };
  }

  private static ConsoleAppender<ILoggingEvent> console(
      LoggerContext context, LayoutBase<ILoggingEvent> layout) {
    layout.setContext(context);
    layout.start();
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
