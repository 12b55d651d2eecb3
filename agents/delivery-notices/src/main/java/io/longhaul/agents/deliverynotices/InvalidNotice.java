package io.longhaul.agents.deliverynotices;

/** A message holds no notice that could be imported; trying again does not help. */
final class InvalidNotice extends Exception {

  private static final long serialVersionUID = 1;

  InvalidNotice(String message) {
    super(message);
  }
}
