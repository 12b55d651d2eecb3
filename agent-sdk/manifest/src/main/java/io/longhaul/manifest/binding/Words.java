package io.longhaul.manifest.binding;

import java.util.Locale;

/** How names of Java are written in the file. */
final class Words {

  private Words() {}

  /** {@code maxBody} becomes {@code max-body}; so does {@code MAX_BODY}. */
  static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  static String of(Enum<?> constant) {
    return constant instanceof Worded worded ? worded.word() : kebab(constant.name());
  }
}
