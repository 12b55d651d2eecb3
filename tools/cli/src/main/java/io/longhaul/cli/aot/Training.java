package io.longhaul.cli.aot;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts the process that makes a cache. */
final class Training {

  /**
   * Starts it so that nothing waits for it and Ctrl-C does not reach it: a background process of a
   * shell ignores SIGINT, {@code nohup} SIGHUP, and {@code nice} lets the service go first. It
   * inherits this JVM's class path.
   */
  static void detached() {
    var line = new ArrayList<String>();
    line.addAll(
        List.of("/bin/sh", "-c", "nohup nice -n 19 \"$0\" \"$@\" </dev/null >/dev/null 2>&1 &"));
    line.add(ProcessHandle.current().info().command().orElse("java"));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    line.add("-Dlonghaul.root=" + System.getProperty("longhaul.root", ""));
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of("io.longhaul.cli.Main", TrainCommand.NAME));
    try {
      new ProcessBuilder(line)
          .redirectErrorStream(true)
          .redirectOutput(new File("/dev/null"))
          .start();
    } catch (IOException _) {
      // No cache, no harm: the next start tries again.
    }
  }

  private Training() {}
}
