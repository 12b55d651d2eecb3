package io.longhaul.cli.shell;

/** The command cannot go on. Its message says what was wrong, where, and the way out. */
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Exit exit;

  /** Takes a message for a person. */
  public Refusal(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  /** The exit code of the command that it ends. */
  public Exit exit() {
    return exit;
  }
}
