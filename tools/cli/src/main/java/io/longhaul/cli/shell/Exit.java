package io.longhaul.cli.shell;

/** How a command ends. The numbers are an interface: scripts compare them. */
public enum Exit {
  OK(0, "done"),
  FAILED(1, "the job failed or is in no state for this, or a check found problems"),
  USAGE(2, "an argument or the manifest cannot be used"),
  OUT_OF_MEMORY(3, "run: Java's heap was full"),
  NOT_FOUND(4, "no such agent, job or file"),
  UNAVAILABLE(5, "no service answers, it refused, or it ended in the middle"),
  NO_JDK(6, "no JDK 25 was found"),
  BUILD_FAILED(7, "building or installing what the command needs failed"),
  START_FAILED(8, "run: the service could not start"),
  LOCKED(9, "run: another process holds the data folder"),
  CANCELLED(10, "the job was cancelled"),
  BUG(70, "a defect of this command"),
  INTERRUPTED(130, "stopped by Ctrl-C");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The process's exit code. */
  public int code() {
    return code;
  }

  /** Continues "exit code N: ". */
  public String meaning() {
    return meaning;
  }
}
