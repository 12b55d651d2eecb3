package io.longhaul.lambda.httpevents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Whether a body stands in the event as text or in base64. What is no UTF-8 never is text. */
enum BodyForm {
  /** A REST API shows every body as text, unless its binary media types say otherwise. */
  WHATEVER_IS_TEXT {
    @Override
    boolean text(Headers headers) {
      return true;
    }
  },
  /** Load balancers, HTTP APIs and function URLs look at the type. */
  TYPES_OF_TEXT {
    @Override
    boolean text(Headers headers) {
      return headers.last("Content-Encoding") == null && isText(headers.last("Content-Type"));
    }
  };

  abstract boolean text(Headers headers);

  /**
   * Writes {@code body} and {@code isBase64Encoded}.
   *
   * @param none stands for an empty body; null = JSON's null
   */
  void write(ObjectNode event, Incoming request, @Nullable String none) {
    Body body = request.body();
    String text = body.length() == 0 ? none : text(request.headers()) ? body.text() : null;
    boolean base64 = text == null && body.length() > 0;
    event.put("body", base64 ? body.base64() : text);
    event.put("isBase64Encoded", base64);
  }

  /** A form is none, which many a function found out. */
  private static boolean isText(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    int end = contentType.indexOf(';');
    String type =
        (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/javascript")
        || type.equals("application/xml");
  }
}
