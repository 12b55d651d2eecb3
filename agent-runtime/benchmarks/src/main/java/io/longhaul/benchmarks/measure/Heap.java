package io.longhaul.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What is alive in the heap of another JVM, through jcmd. */
public final class Heap {

  private static final Pattern USED = Pattern.compile("used ([0-9]+)K");

  private Heap() {}

  /** Collects, and gives what is left in bytes; of a JVM with the serial collector. */
  public static long afterCollection(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    var found = USED.matcher(jcmd(pid, "GC.heap_info"));
    long used = 0;
    // its generations; the metaspace that follows is no heap
    for (int i = 0; i < 2 && found.find(); i++) {
      used += Long.parseLong(found.group(1));
    }
    return used * 1024;
  }

  private static String jcmd(long pid, String what) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, String.valueOf(pid), what).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd failed: " + said);
    }
    return said;
  }
}
