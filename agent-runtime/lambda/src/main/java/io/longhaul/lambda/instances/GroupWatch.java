package io.longhaul.lambda.instances;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills groups of processes, and those that are left when the service has ended, even by signal 9:
 * a shell reads orders from a pipe, and the kernel closes that with the service. The shell is there
 * while there are groups.
 */
final class GroupWatch {

  private static final Logger LOG = LoggerFactory.getLogger(GroupWatch.class);

  /** In the words of POSIX: to dash, which is many a machine's sh, -KILL before -- is an error. */
  private static final String SCRIPT =
      """
      groups=' '
      while read -r order group; do
        case $order in
          watch) groups="$groups$group " ;;
          kill)
            kill -s KILL -- "-$group"
            groups="${groups%% $group *} ${groups#* $group }"
            ;;
        esac
      done
      for group in $groups; do
        kill -s KILL -- "-$group"
      done
      """;

  private final Set<Long> groups = new HashSet<>();
  private @Nullable Process shell;

  /** Watches the group that a process leads. */
  synchronized void watch(Process leader) {
    groups.add(leader.pid());
    try {
      if (isThere()) {
        order("watch", leader.pid());
      } else {
        start();
      }
    } catch (IOException e) {
      LOG.warn(
          "What process {} starts may stay behind if the service is killed: {}",
          leader.pid(),
          e.getMessage());
    }
  }

  /** Kills a group, once: later the system may give its number to another one. */
  synchronized void kill(Process leader) {
    if (!groups.contains(leader.pid())) {
      return;
    }
    try {
      if (!isThere()) {
        start();
      }
      order("kill", leader.pid());
    } catch (IOException e) {
      LOG.warn("What process {} started may live on: {}", leader.pid(), e.getMessage());
    }
    groups.remove(leader.pid());
    if (groups.isEmpty()) {
      end();
    }
  }

  private boolean isThere() {
    return shell != null && shell.isAlive();
  }

  /** Away from the service's own group, which a terminal or a person may end as a whole. */
  private void start() throws IOException {
    var builder =
        new ProcessBuilder(Spawner.SETSID, "/bin/sh", "-c", SCRIPT)
            .directory(new File("/"))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().clear();
    shell = builder.start();
    for (long group : groups) {
      order("watch", group);
    }
  }

  private void order(String order, long group) throws IOException {
    var orders = Objects.requireNonNull(shell).getOutputStream();
    orders.write((order + " " + group + "\n").getBytes(StandardCharsets.US_ASCII));
    orders.flush();
  }

  private void end() {
    try {
      if (shell != null) {
        shell.getOutputStream().close();
      }
    } catch (IOException e) {
      LOG.debug("The shell that watches groups was gone: {}", e.getMessage());
    }
    shell = null;
  }
}
