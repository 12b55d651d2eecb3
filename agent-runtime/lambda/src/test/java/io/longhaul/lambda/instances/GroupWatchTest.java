package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupWatchTest {

  private final GroupWatch groups = new GroupWatch();
  private final List<Process> leaders = new ArrayList<>();

  @AfterEach
  void end() {
    leaders.forEach(groups::kill);
  }

  @Test
  void groupDiesAloneWithWhatItsLeaderStarted() throws Exception {
    var other = group();
    var group = group();
    var members = members(group);
    groups.kill(group);
    awaitEnd(members);
    assertThat(members(other)).allMatch(ProcessHandle::isAlive);
  }

  @Test
  void groupWhoseLeaderHasEndedDiesToo() throws Exception {
    var group = group();
    var members = members(group);
    group.toHandle().destroyForcibly();
    group.waitFor();
    groups.kill(group);
    awaitEnd(members);
  }

  @Test
  void watchThatWasKilledIsStartedAnew() throws Exception {
    var first = group();
    var members = members(first);
    killShells();
    var second = group();
    killShells();
    groups.kill(first);
    awaitEnd(members);
    assertThat(members(second)).allMatch(ProcessHandle::isAlive);
  }

  @Test
  void watchEndsWithTheLastGroup() throws Exception {
    var group = group();
    assertThat(shells()).hasSize(1);
    groups.kill(group);
    await().atMost(Duration.ofSeconds(20)).until(() -> shells().isEmpty());
  }

  /** A shell that waits for what it has started. */
  private Process group() throws IOException {
    var script = "sleep 86400 & echo started; wait";
    var process = new ProcessBuilder(Spawner.SETSID, "/bin/sh", "-c", script).start();
    leaders.add(process);
    groups.watch(process);
    assertThat(process.inputReader().readLine()).isEqualTo("started");
    return process;
  }

  private static List<ProcessHandle> members(Process leader) {
    return Stream.concat(Stream.of(leader.toHandle()), leader.descendants()).toList();
  }

  private static void awaitEnd(List<ProcessHandle> members) {
    assertThat(members).hasSizeGreaterThan(1);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(members).noneMatch(ProcessHandle::isAlive));
  }

  private List<ProcessHandle> shells() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("groups="))
        .toList();
  }

  private void killShells() {
    shells().forEach(ProcessHandle::destroyForcibly);
    await().atMost(Duration.ofSeconds(20)).until(() -> shells().isEmpty());
  }
}
