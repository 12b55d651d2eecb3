package io.longhaul.config;

import io.longhaul.agent.Secret;
import io.longhaul.manifest.ConfigKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The service's values. The platform's are read live; an agent reads its own once, when it is
 * constructed. Safe for concurrent use.
 */
public final class Config {

  private final Map<String, ConfigKey> declared;
  private final List<ConfigSource> sources;
  private volatile Values values;

  /** Read as one, and cheaply: every call asks for the keys. */
  private record Values(
      Effective effective,
      List<Secret> apiKeys,
      List<AccessKey> accessKeys,
      Optional<List<String>> allowOrigins) {

    static Values of(Effective effective) {
      var keys = split(effective.value(PlatformKey.API_KEYS.name()));
      var origins = effective.value(PlatformKey.ALLOW_ORIGINS.name());
      return new Values(
          effective,
          keys.stream().map(Secret::new).toList(),
          AccessKey.read(split(effective.value(PlatformKey.SIGV4_KEYS.name()))),
          origins == null ? Optional.empty() : Optional.of(split(origins)));
    }
  }

  /**
   * Reads every source.
   *
   * @param agentKeys the manifest's {@code config}
   * @param sources the first that knows a key wins: Parameter Store, environment, {@code .env}
   * @throws InvalidConfig naming every required key without a value, and keys that are refused
   */
  public Config(Map<String, ConfigKey> agentKeys, List<ConfigSource> sources) {
    this.declared = declared(agentKeys);
    this.sources = List.copyOf(sources);
    this.values = Values.of(Effective.read(declared, this.sources));
  }

  private static Map<String, ConfigKey> declared(Map<String, ConfigKey> agentKeys) {
    var refused =
        agentKeys.keySet().stream()
            .filter(Keys::refused)
            .map(name -> "The key " + name + " is refused; it belongs to the system. Rename it")
            .toList();
    if (!refused.isEmpty()) {
      throw new InvalidConfig(refused);
    }
    var all = new LinkedHashMap<>(agentKeys);
    for (var key : PlatformKey.values()) {
      all.put(key.name(), key.declaration());
    }
    return all;
  }

  /**
   * Reads every source again.
   *
   * @param needed the list of keys without which nobody could call; null if there is none such
   * @return the keys whose values changed
   * @throws InvalidConfig if a required value is gone, or the last key that callers need, or one
   *     cannot be read; the values before it stay
   */
  public synchronized Set<String> refresh(@Nullable PlatformKey needed) {
    var now = Values.of(Effective.read(declared, sources));
    if (needed != null && split(now.effective().value(needed.name())).isEmpty()) {
      throw new InvalidConfig(
          List.of(needed + " is empty, and callers are asked for it: nobody could call any more"));
    }
    var changed = now.effective().changes(values.effective());
    values = now;
    return changed;
  }

  /** Whether a changed value holds at once; an agent's own are read when it is constructed. */
  public static boolean isLive(String name) {
    return Arrays.stream(PlatformKey.values()).anyMatch(key -> key.name().equals(name));
  }

  /**
   * An agent's configuration record, from the values as they are now.
   *
   * @throws IllegalArgumentException naming every component that has no key, no value, or one that
   *     does not fit; never showing a secret
   */
  public <C> C bind(Class<C> type) {
    return new ConfigRecord<>(type, values.effective()).read();
  }

  /** The keys that callers may send, as they are now; none means that nobody has one. */
  public List<Secret> apiKeys() {
    return values.apiKeys();
  }

  /** The keys that callers may sign with, as they are now; none means that nobody has one. */
  public List<AccessKey> accessKeys() {
    return values.accessKeys();
  }

  /** The origins that take the place of the manifest's, as they are now, if they do. */
  public Optional<List<String>> allowOrigins() {
    return values.allowOrigins();
  }

  /**
   * The agent's own values as environment variables, secrets in the clear, never the platform's. A
   * key that is no variable's name stands under the form that is one.
   */
  public Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    values
        .effective()
        .entries()
        .forEach((name, entry) -> {
          if (entry.value() != null && !isLive(name)) {
            variables.put(Keys.isVariable(name) ? name : Keys.variable(name), entry.value());
          }
        });
    return variables;
  }

  /** The parts of a comma list, without empty ones. */
  static List<String> split(@Nullable String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  /** Every key with its source and its value, or {@code (secret)}: one line each, for the log. */
  public String table() {
    return values.effective().table();
  }
}
