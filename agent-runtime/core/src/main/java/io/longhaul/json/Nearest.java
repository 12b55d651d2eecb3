package io.longhaul.json;

import java.util.Comparator;
import java.util.List;

/** Finds what was probably meant. */
final class Nearest {

  private static final int MOST_SHOWN = 20;

  private Nearest() {}

  /** {@code ; did you mean x?}, or else the names that there are. */
  static String hint(String wrong, List<String> known) {
    if (known.isEmpty()) {
      return "; there are none";
    }
    var nearest =
        known.stream()
            .filter(name -> distance(wrong, name) <= Math.max(1, name.length() / 3))
            .min(Comparator.comparingInt(name -> distance(wrong, name)));
    return nearest
        .map(name -> "; did you mean " + name + "?")
        .orElseGet(() ->
            "; there are "
                + String.join(", ", known.subList(0, Math.min(known.size(), MOST_SHOWN))));
  }

  /** Levenshtein's, case and separators aside; long names are not compared. */
  private static int distance(String a, String b) {
    return a.length() > 100 ? Integer.MAX_VALUE : levenshtein(plain(a), plain(b));
  }

  private static String plain(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[-_ ]", "");
  }

  private static int levenshtein(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
