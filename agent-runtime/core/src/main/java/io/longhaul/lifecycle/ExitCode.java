package io.longhaul.lifecycle;

/**
 * The exit codes of a service; after a signal it is the signal's own, 128 + its number. None means
 * something else to the command line, whose {@code run} ends as the service does.
 */
public enum ExitCode {
  CONFIGURATION(2, "The command line, the manifest or the configuration is wrong or incomplete."),
  OUT_OF_MEMORY(
      3, "Java's heap was full while it served; resources.memory of the manifest bounds it."),
  START_FAILED(
      8,
      "The service could not start: a taken port, an unwritable folder, a store file that cannot be read."),
  LOCKED(9, "Another process holds the data folder.");

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
