package io.longhaul.lambda.httpevents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Whether a body stands in the event as text or in base64. What is no UTF-8 never is text. */
enum BodyForm {
  /**
   * A REST API shows every body as text, unless its binary media types say otherwise (AWS:
   * api-gateway-payload-encodings).
   */
  WHATEVER_IS_TEXT {
    @Override
    boolean text(Headers headers) {
      return true;
    }
  },
  /**
   * An HTTP API looks at the type, and so does a function URL. AWS's pages do not list the types;
   * who has tried it found these (ministackorg/ministack#766 an HTTP API, with forms and without a
   * type, brefphp/bref#631 and LeanerCloud/CUDly#1483 forms to an HTTP API and a function URL).
   */
  TYPES_OF_TEXT {
    @Override
    boolean text(Headers headers) {
      return isText(headers.last("Content-Type"));
    }
  },
  /**
   * A load balancer looks at the same types, and takes what is encoded for no text (AWS:
   * elasticloadbalancing, lambda-functions); without a type it is none either (an event in
   * Raxvis/lambdify#138).
   */
  PLAIN_TYPES_OF_TEXT {
    @Override
    boolean text(Headers headers) {
      return headers.last("Content-Encoding") == null && TYPES_OF_TEXT.text(headers);
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

  /** A form is none, which many a function found out, nor is {@code application/geo+json}. */
  private static boolean isText(@Nullable String contentType) {
    if (contentType == null) {
      return false;
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
