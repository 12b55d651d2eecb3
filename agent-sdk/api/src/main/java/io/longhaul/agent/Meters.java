package io.longhaul.agent;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Measurements of an agent's own. Names are lower case with dots ({@code pages.checked}). Tags come
 * in pairs of key and value; keep the number of different values small, each pair is a time series.
 */
public interface Meters {

  /** Adds to a counter. */
  void count(String name, double amount, String... tags);

  /** Records how long something took. */
  void time(String name, Duration duration, String... tags);

  /** Shows a value that is read when somebody looks. Registering a name again replaces it. */
  void gauge(String name, Supplier<? extends Number> value, String... tags);
}
