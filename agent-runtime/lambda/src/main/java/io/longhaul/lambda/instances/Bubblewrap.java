package io.longhaul.lambda.instances;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a process Lambda's file system over the machine's: the code at /var/task, layers at /opt,
 * and a /tmp of its own. All else is the machine's.
 *
 * @param ownProcesses whether it also sees no other processes than its own: then all that it starts
 *     dies with it, and it cannot read the service's environment in /proc
 */
record Bubblewrap(Path command, boolean ownProcesses) implements Isolation {

  private static final Logger LOG = LoggerFactory.getLogger(Bubblewrap.class);
  private static final Path COMMAND = Path.of("/usr/bin/bwrap");
  private static final Path ROOT = Path.of("/");

  /** Shown apart from the rest of the root. */
  private static final Set<String> OWN = Set.of("dev", "opt", "proc", "tmp", "var");

  /** Bubblewrap where the machine has and permits it; else nothing, and one warning. */
  static Isolation orNone() {
    var why = "it is not installed";
    if (Files.isExecutable(COMMAND)) {
      for (boolean own : new boolean[] {true, false}) {
        if (works(own)) {
          return new Bubblewrap(COMMAND, own);
        }
      }
      why = "the machine does not permit it";
    }
    LOG.warn(
        "Without bubblewrap ({}) the code stands where it stands, not at /var/task, layers not at"
            + " /opt, and /tmp is shared: TMPDIR names a folder per instance",
        why);
    return new Isolation.None();
  }

  private static boolean works(boolean ownProcesses) {
    var line = new ArrayList<>(List.of(COMMAND.toString(), "--dev-bind", "/", "/"));
    line.addAll(processes(ownProcesses));
    line.add("true");
    try {
      var process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> processes(boolean own) {
    return own ? List.of("--unshare-pid", "--proc", "/proc") : List.of("--bind", "/proc", "/proc");
  }

  @Override
  public Seen seen(Seen real) {
    return Seen.AS_ON_LAMBDA;
  }

  /** It is its child, and with processes of its own the child of the first of them. */
  @Override
  public ProcessHandle inner(ProcessHandle started) {
    var inner = child(started);
    return ownProcesses ? child(inner) : inner;
  }

  private static ProcessHandle child(ProcessHandle of) {
    return of.children().findFirst().orElse(of);
  }

  @Override
  public List<String> wrap(List<String> wrapped, Seen real, List<Path> needed) {
    var line = new ArrayList<>(List.of(command.toString(), "--die-with-parent"));
    show(line, ROOT, OWN);
    line.addAll(List.of("--dev-bind", "/dev", "/dev"));
    line.addAll(processes(ownProcesses));
    show(line, Path.of("/var"), Set.of("task"));
    var layers = names(real.opt());
    show(line, Path.of("/opt"), layers);
    layers.forEach(name ->
        line.addAll(List.of("--ro-bind", real.opt().resolve(name).toString(), "/opt/" + name)));
    line.addAll(List.of("--bind", real.tmp().toString(), "/tmp"));
    line.addAll(List.of("--ro-bind", real.task().toString(), "/var/task"));
    for (var folder : needed) {
      if (folder.startsWith("/tmp") || folder.startsWith("/var/task")) {
        line.addAll(List.of("--ro-bind", folder.toString(), folder.toString()));
      }
    }
    line.addAll(List.of("--chdir", "/var/task", "--"));
    line.addAll(wrapped);
    return line;
  }

  /** Shows what a folder holds, each entry as it is, except some. */
  private static void show(List<String> line, Path folder, Set<String> except) {
    for (var name : names(folder)) {
      var entry = folder.resolve(name);
      if (except.contains(name)) {
        continue;
      }
      if (Files.isSymbolicLink(entry)) {
        line.addAll(List.of("--symlink", target(entry), entry.toString()));
      } else {
        line.addAll(List.of("--bind-try", entry.toString(), entry.toString()));
      }
    }
  }

  private static Set<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (var entries = Files.list(folder)) {
      var names = new HashSet<String>();
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
