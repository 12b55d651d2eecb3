package io.longhaul.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What one look at the machine found.
 *
 * @param level how bad it is
 * @param what the thing looked at
 * @param found in a few words
 * @param mend the command or step that mends it; null where nothing is to be done
 */
record Finding(Level level, String what, String found, @Nullable String mend) {

  /** Only what is MISSING keeps commands from working. */
  enum Level {
    OK,
    NOTE,
    MISSING
  }

  static Finding ok(String what, String found) {
    return new Finding(Level.OK, what, found, null);
  }

  static Finding note(String what, String found, String mend) {
    return new Finding(Level.NOTE, what, found, mend);
  }

  static Finding missing(String what, String found, String mend) {
    return new Finding(Level.MISSING, what, found, mend);
  }
}
