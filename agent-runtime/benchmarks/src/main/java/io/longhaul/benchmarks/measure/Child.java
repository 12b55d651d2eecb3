package io.longhaul.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that this one started, measured from outside through /proc (Linux). */
public final class Child implements AutoCloseable {

  /** Length of a tick of /proc/PID/stat: USER_HZ, 100 on every Linux that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a program; what it says goes to {@code log}. */
  public static Child start(List<String> command, Path log) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var process = builder.redirectOutput(log.toFile()).start();
    // also when this program is interrupted
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Child(process, log);
  }

  /** The command for a JVM like this one, with this class path. */
  public static List<String> java(List<String> flags, Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** The same command on one core, where the machine can do that. */
  public static List<String> pinned(int core, List<String> command) {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return command;
    }
    var pinned = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core)));
    pinned.addAll(command);
    return pinned;
  }

  public long pid() {
    return process.pid();
  }

  /** CPU time used so far, user and system, in seconds: resolution 10 ms. */
  public double cpuSeconds() throws IOException {
    return cpuSeconds(pid());
  }

  /** The same of the processes that it started and that still run. */
  public double childrenCpuSeconds() throws IOException {
    double sum = 0;
    for (var child : process.descendants().toList()) {
      sum += cpuSeconds(child.pid());
    }
    return sum;
  }

  private static double cpuSeconds(long pid) throws IOException {
    var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    // the program's name may hold spaces, so count from its closing bracket: proc_pid_stat(5)
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** Resident memory, in bytes. */
  public long residentBytes() throws IOException {
    return status("VmRSS:") * 1024;
  }

  /** Memory of the processes that it started, each shared page counted in parts, in bytes. */
  public long childrenBytes() throws IOException {
    long sum = 0;
    for (var child : process.descendants().toList()) {
      sum += pss(child.pid());
    }
    return sum * 1024;
  }

  private static long pss(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  /** Threads of the operating system. */
  public long threads() throws IOException {
    return status("Threads:");
  }

  private long status(String field) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has said so far. */
  public String said() throws IOException {
    return Files.readString(log);
  }

  /** Waits for its end, and gives its exit code. */
  public int exitCode(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("still running after " + limit + "; its log: " + log);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
