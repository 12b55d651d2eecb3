package io.longhaul.lambda.httpevents;

import io.longhaul.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Collects the headers of a function's answer. */
final class AnswerHeaders {

  /** RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Bytes of all lines together; the server writes 16 KB, some of which are its own. */
  private static final int MOST = 15_000;

  /** Colon, space and the end of the line. */
  private static final int AROUND = 4;

  private int size;
  private final List<Header> headers = new ArrayList<>();
  private long length = -1;

  List<Header> list() {
    return List.copyOf(headers);
  }

  /** What the function says of the length of its body; negative if nothing. */
  long length() {
    return length;
  }

  /** Adds {@code multiValueHeaders}. */
  void addLists(JsonNode lists) throws Malformed {
    requireObject(lists, "multiValueHeaders");
    for (var list : lists.properties()) {
      if (!list.getValue().isArray()) {
        throw new Malformed("multiValueHeaders holds something else than lists");
      }
      for (JsonNode value : list.getValue()) {
        add(list.getKey(), text(value, "multiValueHeaders"));
      }
    }
  }

  /** Adds {@code headers}, but no line that stands there already: some frameworks say all twice. */
  void addSingle(JsonNode single) throws Malformed {
    requireObject(single, "headers");
    for (var header : single.properties()) {
      if (!header.getValue().isNull()) {
        String value = text(header.getValue(), "headers");
        if (headers.stream().noneMatch(h -> same(h, header.getKey(), value))) {
          add(header.getKey(), value);
        }
      }
    }
  }

  /** Adds {@code cookies}. */
  void addCookies(JsonNode cookies) throws Malformed {
    if (cookies.isMissingNode() || cookies.isNull()) {
      return;
    }
    if (!cookies.isArray()) {
      throw new Malformed("cookies is no list");
    }
    for (JsonNode cookie : cookies) {
      add("Set-Cookie", text(cookie, "cookies"));
    }
  }

  private void add(String name, String value) throws Malformed {
    if (!NAME.matcher(name).matches()) {
      throw new Malformed("a header has a name that none may have");
    }
    if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
      throw new Malformed("the header " + name + " holds a control character");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("content-length")) {
      length = value.matches("[0-9]{1,15}") ? Long.parseLong(value) : -1;
    } else if (!EventParts.HOP_BY_HOP.contains(lower)) {
      var header = new Header(name, bytes(value));
      size += header.name().length() + header.value().length() + AROUND;
      if (size > MOST) {
        throw new Malformed("its headers are larger than " + MOST + " bytes");
      }
      headers.add(header);
    }
  }

  private static boolean same(Header header, String name, String value) {
    return header.name().equalsIgnoreCase(name) && header.value().equals(bytes(value));
  }

  /** The server writes a byte for each character; what needs more goes as UTF-8. */
  private static String bytes(String value) {
    return value.chars().allMatch(c -> c < 256)
        ? value
        : new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String text(JsonNode value, String where) throws Malformed {
    if (!value.isValueNode() || value.isNull()) {
      throw new Malformed(where + " holds something else than texts");
    }
    return value.asString();
  }

  private static void requireObject(JsonNode node, String where) throws Malformed {
    if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
      throw new Malformed(where + " is no object");
    }
  }
}
