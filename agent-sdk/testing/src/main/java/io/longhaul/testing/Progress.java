package io.longhaul.testing;

/**
 * What an agent told about its progress.
 *
 * @param fraction from 0 to 1
 * @param message one line, without control characters
 */
public record Progress(double fraction, String message) {

  /** Clamps and cleans as the service does. */
  public Progress {
    fraction = Double.isNaN(fraction) ? 0 : Math.clamp(fraction, 0, 1);
    message = message.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
  }
}
