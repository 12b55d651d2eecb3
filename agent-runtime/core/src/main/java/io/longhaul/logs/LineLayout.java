package io.longhaul.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** {@code 12:03:44.120 WARN message execution_id=… attempt=2}: a line for people. */
final class LineLayout extends LayoutBase<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  @Override
  public String doLayout(ILoggingEvent event) {
    var line = new StringBuilder(160).append(TIME.format(event.getInstant())).append(' ');
    if (!event.getLevel().equals(Level.INFO)) {
      line.append(event.getLevel()).append(' ');
    }
    line.append(Escaped.line(event.getFormattedMessage()));
    Fields.of(event)
        .forEach(
            (name, value) -> line.append(' ').append(name).append('=').append(Escaped.line(value)));
    line.append('\n');
    StackTrace.of(event)
        .lines()
        .forEach(l -> line.append("  ").append(Escaped.line(l.replace("\t", "  "))).append('\n'));
    return line.toString();
  }
}
