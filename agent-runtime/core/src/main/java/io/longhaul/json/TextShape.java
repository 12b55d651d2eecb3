package io.longhaul.json;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A text: its length in characters (code points, as JSON Schema counts), its form, and what it
 * becomes.
 *
 * @param wanted what would fit, for messages
 * @param fits null: every text does
 * @param become may throw a RuntimeException for a text that does not fit
 */
record TextShape(
    Bounds length,
    String wanted,
    @Nullable Predicate<String> fits,
    @Nullable Function<String, Object> become)
    implements Shape {

  @Override
  public Object read(JsonParser json) {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      throw Misfit.expected(json, wanted);
    }
    var text = json.getString();
    boolean wellFormed = fits == null || fits.test(text);
    if (!wellFormed || !length.hold(text.codePointCount(0, text.length()))) {
      throw Misfit.expected(json, wanted);
    }
    return become == null ? text : converted(json, text, become);
  }

  private Object converted(JsonParser json, String text, Function<String, Object> how) {
    try {
      return how.apply(text);
    } catch (RuntimeException _) {
      throw Misfit.expected(json, wanted);
    }
  }
}
