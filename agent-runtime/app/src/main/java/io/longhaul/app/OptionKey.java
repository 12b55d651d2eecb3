package io.longhaul.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The options, with what the reference says about them. */
enum OptionKey {
  MANIFEST("PATH", "agent.yaml", "The manifest, or the folder that holds an agent.yaml."),
  PORT("N", "8000", "The port to listen on; 0 = any free one."),
  HOST(
      "H",
      "127.0.0.1 locally, else 0.0.0.0",
      "The address to listen on; another than loopback needs access."),
  DATA("DIR", ".longhaul/NAME", "The data folder, locked by one process."),
  JOBS("embedded", "embedded", "Where jobs are kept."),
  ENVIRONMENT(
      "E",
      "local locally, else the variable ENVIRONMENT, else dev",
      "The environment, which chooses the manifest's overlay and the configuration."),
  ACCESS(
      "MODE", "the manifest's access.auth", "Who may call: api-key, jwt, sigv4, network or none."),
  RUNTIME(
      "DIR",
      "/var/runtime",
      "Where the runtime client of a Lambda handler is installed; ./longhaul run sets it."),
  DRAIN(
      "D",
      "30s locally, else 110s",
      "How long running work may take to end after a signal, such as 30s or 2m."),
  LOG_LEVEL(
      "L", "info", "error, warn, info, debug or trace; debug shows the cause of a failed start.");

  private final String value;
  private final String byDefault;
  private final String meaning;

  OptionKey(String value, String byDefault, String meaning) {
    this.value = value;
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /** As it is typed. */
  String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String value() {
    return value;
  }

  String byDefault() {
    return byDefault;
  }

  String meaning() {
    return meaning;
  }

  static Optional<OptionKey> of(String flag) {
    return Arrays.stream(values()).filter(key -> key.flag().equals(flag)).findFirst();
  }
}
