package io.longhaul.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/** What logback finds first: no search for files, and lines for people until Main says more. */
public final class LogsConfigurator extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Logs.configure(context, false, "info");
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
