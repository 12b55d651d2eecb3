package io.longhaul.cli.doctor;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks at what Longhaul needs of a machine. Changes nothing. */
record Machine(Checkout checkout, Programs programs, PythonNeed python, NodeNeed node) {

  private static final long NEEDED_BYTES = 2L << 30;
  private static final int PORT = 8000;

  static Machine of(Shell shell, Checkout checkout) {
    return new Machine(
        checkout,
        new Programs(shell),
        new PythonNeed(shell, checkout),
        new NodeNeed(shell, checkout));
  }

  List<Finding> findings() {
    var always =
        Stream.of(jdk(), wrapper(), download(), git(), disk(), writable(), port(), bubblewrap());
    return Stream.of(always, python.findings().stream(), node.findings().stream())
        .flatMap(findings -> findings)
        .toList();
  }

  private static Finding jdk() {
    return Finding.ok("JDK 25", Runtime.version() + " in " + System.getProperty("java.home"));
  }

  private Finding wrapper() {
    return Files.isExecutable(checkout.root().resolve("mvnw"))
        ? Finding.ok("Maven wrapper", "mvnw")
        : Finding.missing(
            "Maven wrapper",
            "mvnw is missing or not executable",
            "git checkout mvnw && chmod +x mvnw");
  }

  private Finding download() {
    return Stream.of("curl", "wget")
        .flatMap(name -> programs.first(name).stream())
        .findFirst()
        .map(path -> Finding.ok("download", path.toString()))
        .orElse(
            Finding.note(
                "download",
                "neither curl nor wget, with which mvnw fetches Maven once",
                programs.install("curl")));
  }

  private Finding git() {
    return programs
        .first("git")
        .map(path -> Finding.ok("git", path.toString()))
        .orElse(Finding.note("git", "not on the PATH", programs.install("git")));
  }

  private Finding disk() {
    try {
      var free = Files.getFileStore(checkout.root()).getUsableSpace();
      var text = String.format(Locale.ROOT, "%.1f GB free", free / (double) (1 << 30));
      return free >= NEEDED_BYTES
          ? Finding.ok("disk", text)
          : Finding.note("disk", text + ", 2 GB are comfortable", "free some space");
    } catch (IOException e) {
      return Finding.note("disk", "cannot be judged: " + e.getMessage(), "look at it yourself: df");
    }
  }

  private Finding writable() {
    return Files.isWritable(checkout.root())
        ? Finding.ok("checkout", checkout.root().toString())
        : Finding.missing(
            "checkout",
            checkout.root() + " cannot be written",
            "chmod -R u+w '" + checkout.root() + "'");
  }

  private static Finding port() {
    try (var _ = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
      return Finding.ok("port " + PORT, "free");
    } catch (IOException e) {
      return Finding.note("port " + PORT, "taken", "longhaul run AGENT --port 0");
    }
  }

  private Finding bubblewrap() {
    return programs
        .first("bwrap")
        .map(path -> Finding.ok("bubblewrap", path.toString()))
        .orElse(
            Finding.note(
                "bubblewrap",
                "absent; Lambda handlers will want it, native agents do not",
                programs.install("bubblewrap")));
  }
}
