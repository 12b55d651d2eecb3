package io.longhaul.manifest.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the word that somebody probably meant: the one with the least optimal-string-alignment
 * distance (insertions, deletions, changes, swapped neighbours), if that is small enough.
 */
public final class Nearest {

  private Nearest() {}

  /**
   * The nearest of the words; empty if none is near. Case, {@code -} and {@code _} count little.
   */
  public static Optional<String> to(String written, Collection<String> words) {
    var plain = plain(written);
    int most = Math.max(1, plain.length() / 3);
    return words.stream()
        .filter(word -> Math.abs(word.length() - written.length()) <= most + 2)
        .map(word -> new Candidate(word, distance(plain, plain(word))))
        .filter(candidate -> candidate.distance <= most)
        .min(
            Comparator.comparingInt(Candidate::distance)
                .thenComparing(candidate -> !letters(candidate.word).equals(letters(written))))
        .map(Candidate::word);
  }

  private record Candidate(String word, int distance) {}

  /** Of two that are equally near, the one with the same letters in another order was meant. */
  private static String letters(String word) {
    return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  private static int distance(String a, String b) {
    var table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, a, b, i, j);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int cheapest(int[][] table, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
    least = Math.min(least, table[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
