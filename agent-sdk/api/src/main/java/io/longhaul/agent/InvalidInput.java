package io.longhaul.agent;

/** The input cannot be used: a caller gets a 422 that names the field, a job fails for good. */
public final class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String field;

  /**
   * Names what is wrong.
   *
   * @param field the field's JSON name, with dots and indexes below the top: {@code pages[2].url}
   * @param message what was wrong and what would fit, for the caller
   */
  public InvalidInput(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field's JSON name. */
  public String field() {
    return field;
  }
}
