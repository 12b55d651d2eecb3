package io.longhaul.cli.api;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;

/** The service answered, and not with what was asked for. */
public final class ApiFailure extends Refusal {

  private static final long serialVersionUID = 1L;

  private final int status;

  ApiFailure(int status, String message) {
    super(exit(status), message);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  private static Exit exit(int status) {
    return switch (status) {
      case 400, 405, 413, 415, 422 -> Exit.USAGE;
      case 404 -> Exit.NOT_FOUND;
      case 409 -> Exit.FAILED;
      default -> Exit.UNAVAILABLE;
    };
  }
}
