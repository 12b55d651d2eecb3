package io.longhaul.app;

import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.manifest.Auth;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Reads {@code --name value} and {@code --name=value}. */
final class CommandLine {

  private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

  private final Map<OptionKey, String> values = new EnumMap<>(OptionKey.class);

  private CommandLine(List<String> args) {
    var rest = args.iterator();
    while (rest.hasNext()) {
      String[] parts = rest.next().split("=", 2);
      OptionKey key = OptionKey.of(parts[0]).orElseThrow(() -> unknown(parts[0]));
      if (parts.length == 1 && !rest.hasNext()) {
        throw usage("%s needs a value: %s".formatted(key.flag(), key.value()));
      }
      values.put(key, parts.length == 2 ? parts[1] : rest.next());
    }
  }

  /**
   * Reads the options.
   *
   * @throws StartFailure if one is unknown, or its value does not fit
   */
  static Options parse(List<String> args) {
    return new CommandLine(args).options();
  }

  private Options options() {
    return new Options(
        or(read(OptionKey.MANIFEST, CommandLine::path), Path.of("agent.yaml")),
        or(read(OptionKey.PORT, CommandLine::port), 8000),
        read(OptionKey.HOST, CommandLine::host),
        read(OptionKey.DATA, CommandLine::path),
        or(read(OptionKey.JOBS, text -> oneOf(text, List.of("embedded"))), "embedded"),
        read(OptionKey.ENVIRONMENT, CommandLine::environment),
        read(OptionKey.ACCESS, CommandLine::auth),
        or(read(OptionKey.RUNTIME, CommandLine::path), Path.of("/var/runtime")),
        read(OptionKey.DRAIN, CommandLine::duration),
        or(read(OptionKey.LOG_LEVEL, text -> oneOf(text, LEVELS)), "info"));
  }

  private <T> @Nullable T read(OptionKey key, Function<String, T> reader) {
    String text = values.get(key);
    if (text == null) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw usage("%s %s: expected %s".formatted(key.flag(), text, e.getMessage()));
    }
  }

  private static <T> T or(@Nullable T value, T byDefault) {
    return value == null ? byDefault : value;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw new IllegalArgumentException("a path");
    }
  }

  private static Integer port(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException("a port from 0 to 65535");
    }
    return Integer.valueOf(text);
  }

  private static InetAddress host(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException _) {
      throw new IllegalArgumentException("an address of this machine");
    }
  }

  private static String environment(String text) {
    if (!text.matches("[a-z][a-z0-9]{0,15}")) { // as in the manifest's environments
      throw new IllegalArgumentException("up to 16 of a-z and 0-9, beginning with a letter");
    }
    return text;
  }

  private static Auth auth(String text) {
    return Arrays.stream(Auth.values())
        .filter(auth -> word(auth).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "one of "
                    + Arrays.stream(Auth.values())
                        .map(CommandLine::word)
                        .collect(Collectors.joining(", "))));
  }

  private static String word(Auth auth) {
    return auth.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Duration duration(String text) {
    try {
      Duration duration = DurationStyle.SIMPLE.parse(text);
      if (text.matches("[0-9]+[a-z]+") && !duration.isNegative()) {
        return duration;
      }
    } catch (IllegalArgumentException | ArithmeticException _) {
      // said below
    }
    throw new IllegalArgumentException("a duration such as 30s or 2m");
  }

  private static String oneOf(String text, List<String> words) {
    if (!words.contains(text)) {
      throw new IllegalArgumentException(String.join(", ", words));
    }
    return text;
  }

  private static StartFailure unknown(String flag) {
    return usage("Unknown option: " + flag);
  }

  private static StartFailure usage(String description) {
    return new StartFailure(
        ExitCode.CONFIGURATION,
        description,
        "Options: "
            + Arrays.stream(OptionKey.values())
                .map(key -> key.flag() + " " + key.value())
                .collect(Collectors.joining(", ")));
  }
}
