package io.longhaul.config;

import java.util.Map;

/** A place that values come from. Safe for concurrent use. */
public interface ConfigSource {

  /** A few words for tables and messages: {@code environment}. */
  String name();

  /** How a person gives a key a value here: {@code the environment variable A_B_C}. */
  String howToSet(String key);

  /**
   * Everything it holds now, read anew. A name may be written {@code a/b-c} or {@code A_B_C}.
   *
   * @throws InvalidConfig if it is there but cannot be read; one that is absent is empty
   */
  Map<String, String> read();
}
