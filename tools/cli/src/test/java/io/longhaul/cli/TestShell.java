package io.longhaul.cli;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types commands into a checkout and keeps what they print. */
public final class TestShell {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path root;
  private final Map<String, String> environment = new HashMap<>();
  private final List<Path> jdks = new ArrayList<>();

  public TestShell(Path root) {
    this(root, "/usr/bin:/bin");
  }

  /** With a PATH of its own. */
  public TestShell(Path root, String path) {
    this.root = root;
    environment.put("PATH", path);
    environment.put("LONGHAUL_AOT", "off");
  }

  /** Sets a variable. */
  public TestShell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Lets the launcher know a JDK. */
  public TestShell withJdk(Path home) {
    jdks.add(home);
    return this;
  }

  /** Types a command line and gives its exit code. */
  public int type(String... words) {
    out.reset();
    err.reset();
    return Longhaul.create(shell(), new Checkout(root)).execute(words);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Where commands are typed. */
  public Shell shell() {
    return new Shell(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new ByteArrayInputStream("{\"from\": \"stdin\"}".getBytes(StandardCharsets.UTF_8)),
        false,
        root,
        environment,
        jdks);
  }
}
