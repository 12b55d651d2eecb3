package io.longhaul.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine a figure was measured on, without its name. */
public final class Machine {

  /** One line: cores, memory, kernel, JDK, and the load before the run. */
  public static String describe() throws IOException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "machine: %d × %s, %s memory, %s %s, JDK %s, load %.1f before the run",
        system.getAvailableProcessors(),
        field("/proc/cpuinfo", "model name"),
        field("/proc/meminfo", "MemTotal"),
        system.getName(),
        system.getVersion(),
        Runtime.version(),
        system.getSystemLoadAverage());
  }

  private static String field(String file, String name) throws IOException {
    var path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "unknown";
    }
    try (var lines = Files.lines(path)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private Machine() {}
}
