package io.longhaul.access.sigv4;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a call, as signatures see them.
 *
 * @param values by name in lower case, in the order in which they came; a character stands for a
 *     byte
 */
record Headers(Map<String, List<String>> values) {

  static Headers of(HttpServletRequest request) {
    var values = new TreeMap<String, List<String>>();
    for (String name : Collections.list(request.getHeaderNames())) {
      values.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
    }
    return new Headers(values);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  @Nullable String first(String name) {
    return all(name).isEmpty() ? null : all(name).getFirst();
  }

  /** AWS's rule: the host, and all headers that begin with x-amz-, of which the date is one. */
  void requireSigned(List<String> signed) {
    for (String name : List.of("host", SigningTime.HEADER)) {
      if (!signed.contains(name)) {
        throw Refusal.unsignedHeader(name);
      }
    }
    for (String name : values.keySet()) {
      if (name.startsWith("x-amz-") && !signed.contains(name)) {
        throw Refusal.unsignedHeader(name);
      }
    }
  }

  /** Names with their values, in the order in which they are signed. */
  SequencedMap<String, String> canonical(List<String> signed) {
    var canonical = new LinkedHashMap<String, String>();
    for (String name : signed) {
      List<String> sent = all(name);
      if (sent.isEmpty()) {
        throw Refusal.absentHeader(name);
      }
      canonical.put(name, sent.stream().map(Headers::folded).collect(Collectors.joining(",")));
    }
    return canonical;
  }

  private static String folded(String value) {
    return value.strip().replaceAll(" +", " ");
  }
}
