package io.longhaul.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/** What a line carries beside its message: the thread's context, and the line's own pairs. */
final class Fields {

  private Fields() {}

  static Map<String, String> of(ILoggingEvent event) {
    var fields = new LinkedHashMap<>(event.getMDCPropertyMap());
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        fields.put(pair.key, String.valueOf(pair.value));
      }
    }
    return fields;
  }
}
