package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value that the agent is configured with.
 *
 * @param defaultValue null if there is none
 * @param required whether the agent cannot start without a value; never with a default
 */
public record ConfigKey(
    @Key(
            name = "default",
            value = "The value where none is given. Without a default the key is required.",
            literal = true,
            example = "small")
        @Nullable String defaultValue,
    @Key(
            value = "Whether the value is never printed and is stored encrypted.",
            byDefault = "false",
            example = "true")
        boolean secret,
    @Key(
            value = "false: the agent starts without a value too.",
            byDefault = "true",
            defaultText = "true, unless there is a default",
            example = "false")
        boolean required) {

  /** A key with a default is never required. */
  public ConfigKey {
    required = required && defaultValue == null;
  }

  /** The environment variable that a name is found under: {@code a/b-c} is {@code A_B_C}. */
  public static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
