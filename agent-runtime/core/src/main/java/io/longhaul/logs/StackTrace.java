package io.longhaul.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;

/** The stack trace of a line, if it has one. */
final class StackTrace {

  private StackTrace() {}

  static String of(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return thrown == null ? "" : ThrowableProxyUtil.asString(thrown).stripTrailing();
  }
}
