package io.longhaul.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.util.LinkedHashMap;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** An object in a line, for machines. JSON escapes control characters by itself. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {

  private final JsonMapper mapper = JsonMapper.shared();

  @Override
  public String doLayout(ILoggingEvent event) {
    var line = new LinkedHashMap<String, String>();
    line.put("time", event.getInstant().toString());
    line.put("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
    line.put("message", event.getFormattedMessage());
    line.put("logger", event.getLoggerName());
    Fields.of(event).forEach(line::putIfAbsent);
    String stack = StackTrace.of(event);
    if (!stack.isEmpty()) {
      line.put("stack_trace", stack);
    }
    return mapper.writeValueAsString(line) + "\n";
  }
}
