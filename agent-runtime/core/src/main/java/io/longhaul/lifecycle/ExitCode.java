package io.longhaul.lifecycle;

/** The exit codes of a service; after a signal it is the signal's own, 128 + its number. */
public enum ExitCode {
  START_FAILED(
      1,
      "The service could not start: a taken port, an unwritable folder, a store file that cannot be read."),
  USAGE(2, "The command line is wrong."),
  CONFIGURATION(3, "The manifest or the configuration is wrong or incomplete."),
  LOCKED(4, "Another process holds the data folder.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** What the process returns. */
  public int number() {
    return number;
  }

  /** For the reference. */
  public String meaning() {
    return meaning;
  }
}
