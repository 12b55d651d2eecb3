package io.longhaul.agents.linkauditor;

import java.net.UnknownHostException;

/** No address of a host may be asked. An {@code UnknownHostException}, as resolvers throw. */
final class AddressRefused extends UnknownHostException {

  private static final long serialVersionUID = 1;

  AddressRefused(String message) {
    super(message);
  }
}
