package io.longhaul.cli.api;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;

/** Nobody answers at the service's address. */
public final class ServiceLost extends Refusal {

  private static final long serialVersionUID = 1L;

  ServiceLost(String message) {
    super(Exit.UNAVAILABLE, message);
  }
}
