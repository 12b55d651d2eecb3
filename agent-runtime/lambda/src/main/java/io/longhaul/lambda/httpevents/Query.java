package io.longhaul.lambda.httpevents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query.
 *
 * @param all values by name, in the order in which they were sent
 */
record Query(Map<String, List<String>> all) {

  /** As API Gateway and function URLs show them: decoded. */
  static Query decoded(@Nullable String raw) {
    return of(raw, Percent::decodedForm);
  }

  /** As load balancers show them: as they were sent. */
  static Query asSent(@Nullable String raw) {
    return of(raw, UnaryOperator.identity());
  }

  private static Query of(@Nullable String raw, UnaryOperator<String> decoding) {
    var all = new LinkedHashMap<String, List<String>>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = equals < 0 ? pair : pair.substring(0, equals);
          String value = equals < 0 ? "" : pair.substring(equals + 1);
          all.computeIfAbsent(decoding.apply(name), _ -> new ArrayList<>())
              .add(decoding.apply(value));
        }
      }
    }
    return new Query(all);
  }
}
