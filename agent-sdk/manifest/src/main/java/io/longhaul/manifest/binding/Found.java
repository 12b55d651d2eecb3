package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.YamlValue.Fields;
import io.longhaul.manifest.binding.YamlValue.Items;
import io.longhaul.manifest.binding.YamlValue.Scalar;

/** Says what stands in the file, for people. */
final class Found {

  private static final int LONGEST = 60;

  private Found() {}

  static String describe(YamlValue value) {
    return switch (value) {
      case Fields _ -> "a map";
      case Items _ -> "a list";
      case Scalar scalar -> describe(scalar);
    };
  }

  static String type(YamlValue value) {
    return switch (value) {
      case Fields _ -> "a map";
      case Items _ -> "a list";
      case Scalar scalar ->
          switch (scalar.type()) {
            case TEXT -> "a text";
            case WHOLE, FRACTION -> "a number";
            case FLAG -> "true or false";
            case NOTHING -> "nothing";
          };
    };
  }

  private static String describe(Scalar scalar) {
    return switch (scalar.type()) {
      case TEXT -> "the text " + quote(scalar.text());
      case WHOLE, FRACTION -> "the number " + cut(scalar.text());
      case FLAG -> scalar.text();
      case NOTHING -> "nothing";
    };
  }

  /** Quoted, cut and without control characters: it goes to terminals and logs. */
  static String quote(String text) {
    return '"' + cut(text) + '"';
  }

  private static String cut(String text) {
    var line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
