package io.longhaul.cli.aot;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Exit;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the caches of the service and of this command; what a detached process runs. */
@Command(
    name = TrainCommand.NAME,
    hidden = true,
    description = "Makes the AOT cache now, and waits for it.")
public final class TrainCommand implements Callable<Integer> {

  /** The command's name. */
  static final String NAME = "train-aot";

  /** The hidden command whose classes this command's own cache holds. */
  public static final String REHEARSE = "rehearse";

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Checkout checkout;

  @Option(names = "--wait", description = "Wait while another process makes it.")
  private boolean wait;

  /** Works on the checkout's snapshots. */
  public TrainCommand(Checkout checkout) {
    this.checkout = checkout;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var runtime = checkout.classPath("agent-runtime/app");
    var cache = AotCache.of(checkout, runtime);
    Files.createDirectories(cache.folder());
    // Held by the process: it frees itself whatever ends it.
    try (var channel =
            FileChannel.open(
                cache.folder().resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = wait ? channel.lock() : channel.tryLock()) {
      if (lock == null || runtime.isEmpty()) {
        return Exit.UNAVAILABLE.code();
      }
      // The command's first: it is small, and every command gains from it.
      var commandMade = command();
      var serviceMade = cache.usable() || service(cache);
      return (commandMade && serviceMade ? Exit.OK : Exit.FAILED).code();
    }
  }

  private boolean service(AotCache cache) throws IOException, InterruptedException {
    removeOld(cache);
    var made = cache.folder().resolve("new.aot");
    var line = new ArrayList<>(AotCache.FLAGS);
    line.addAll(AotCache.MAKING);
    Files.createDirectories(cache.library().getParent());
    var library = cache.library().resolveSibling("new");
    line.addAll(List.of("-cp", joined(cache.runtime()), "io.longhaul.app.Training"));
    line.add(library.toString());
    if (!record(made, line)) {
      return false;
    }
    var sizes = cache.folder().resolve("new.size");
    Files.writeString(sizes, AotCache.sizes(made, library));
    publish(library, cache.library());
    publish(made, cache.file());
    publish(sizes, cache.sizeFile());
    return true;
  }

  /** On the disk first: a power cut must not leave a whole name on half a file. */
  private static void publish(Path made, Path target) throws IOException {
    try (var channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The launcher looks for this one beside the command's jars. */
  private boolean command() throws IOException, InterruptedException {
    var classPath = checkout.classPath("tools/cli");
    if (classPath.isEmpty()) {
      return false;
    }
    // a cache of another Java is of no use, and the launcher reads this version from the JDK's
    // files
    var name = "cli-" + System.getProperty("java.version") + ".aot";
    var target = classPath.getFirst().resolveSibling(name);
    var sizeFile = target.resolveSibling(name + ".size");
    if (whole(target, sizeFile)) {
      return true;
    }
    var made = target.resolveSibling("new.aot");
    var line =
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dlonghaul.root=" + checkout.root(),
            "-cp",
            joined(classPath),
            "io.longhaul.cli.Main",
            REHEARSE);
    if (!record(made, line)) {
      return false;
    }
    var size = target.resolveSibling("new.size");
    Files.writeString(size, Long.toString(Files.size(made)));
    publish(made, target);
    publish(size, sizeFile);
    return true;
  }

  private static boolean whole(Path file, Path sizeFile) {
    try {
      return Files.readString(sizeFile).strip().equals(Long.toString(Files.size(file)));
    } catch (IOException _) {
      return false;
    }
  }

  private boolean record(Path made, List<String> line) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-XX:AOTCacheOutput=" + made);
    command.addAll(line);
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(checkout.data().resolve(".aot/training.log").toFile())
            .start();
    if (!process.waitFor(LIMIT)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0 && Files.exists(made);
  }

  private static void removeOld(AotCache cache) throws IOException {
    try (var files = Files.walk(cache.folder())) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(cache.folder()) && !file.endsWith("lock")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
