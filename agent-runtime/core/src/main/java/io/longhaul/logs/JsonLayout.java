package io.longhaul.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An object in a line, for machines. JSON escapes control characters by itself. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {

  private final JsonMapper mapper = JsonMapper.shared();

  @Override
  public String doLayout(ILoggingEvent event) {
    var markers = event.getMarkerList();
    if (markers != null && markers.contains(Logs.JSON)) {
      return extended(event.getFormattedMessage(), Fields.of(event)) + "\n";
    }
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

  /** An object stays as it is, byte for byte, and gets our fields at its end. */
  private String extended(String object, Map<String, String> fields) {
    fields.keySet().removeIf(name -> object.contains("\"" + name + "\"")); // its own stand
    int end = object.lastIndexOf('}');
    if (fields.isEmpty() || end < 0) {
      return object;
    }
    String ours = mapper.writeValueAsString(fields);
    boolean empty = object.substring(0, end).strip().equals("{");
    return object.substring(0, end) + (empty ? "" : ",") + ours.substring(1);
  }
}
