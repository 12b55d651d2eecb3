package io.longhaul.jobs.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed with signal 9 in the middle of their work. */
final class KillTest {

  @TempDir private Path folder;

  private Path data() {
    return folder.resolve("data");
  }

  private Path ledger() {
    return folder.resolve("ledger");
  }

  @Test
  void startWhenKilledInTheMiddleEndsEveryAcceptedJobOnce() throws Exception {
    var accepted = new ArrayList<ExecutionId>();
    accepted.addAll(killed(200, 30));
    accepted.addAll(killed(200, 100));
    accepted.addAll(killed(200, 200));
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(330);
    var ended = ended(accepted);
    assertThat(ended).extracting(Job::state).containsOnly(JobState.SUCCEEDED);
    assertThat(Files.readAllLines(ledger())).doesNotHaveDuplicates();
  }

  @Test
  void startWhenAJobKillsItsProcessFiveTimesFailsIt() throws Exception {
    var poison = new ArrayList<ExecutionId>();
    for (int i = 0; i < 5; i++) {
      poison.addAll(died(i == 0 ? 1 : 0));
    }
    var job = ended(poison).getFirst();
    assertThat(job.error()).isNotNull();
    assertThat(job.error().type()).isEqualTo("worker-lost");
    assertThat(job.attempt()).isEqualTo(5);
  }

  /** Starts a service, kills it when so many jobs are accepted, and answers their ids. */
  private List<ExecutionId> killed(int submits, int killAfter) throws Exception {
    var process = start(submits, "1");
    var accepted = new ArrayList<ExecutionId>();
    try (var lines = process.inputReader()) {
      while (accepted.size() < killAfter) {
        accepted.addAll(id(lines));
      }
      process.destroyForcibly();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        ExecutionId.parse(line).ifPresent(accepted::add);
      }
    } catch (IOException _) {
      // the pipe of a killed process
    }
    process.waitFor();
    return accepted;
  }

  private static List<ExecutionId> id(BufferedReader lines) throws IOException {
    var line = lines.readLine();
    assertThat(line).as("output of the service").isNotNull();
    return ExecutionId.parse(line).stream().toList();
  }

  /** Starts a service whose only job kills it; answers the ids of the jobs it accepted. */
  private List<ExecutionId> died(int submits) throws Exception {
    var process = start(submits, "\"poison\"");
    List<ExecutionId> accepted;
    try (var lines = process.inputReader()) {
      accepted = lines.lines().flatMap(line -> ExecutionId.parse(line).stream()).toList();
    }
    assertThat(process.waitFor()).isEqualTo(137);
    return accepted;
  }

  private Process start(int submits, String input) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledService.class.getName(),
            data().toString(),
            ledger().toString(),
            Integer.toString(submits),
            input)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Starts the service in this process, and waits until these jobs have ended. */
  private List<Job> ended(List<ExecutionId> ids) throws Exception {
    var executions = KilledService.open(data(), ledger());
    executions.start();
    try {
      var jobs = new ArrayList<Job>();
      for (var id : ids) {
        jobs.add(ended(executions, id));
      }
      return jobs;
    } finally {
      executions.drain(Duration.ofSeconds(30));
    }
  }

  private static Job ended(Executions executions, ExecutionId id) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    var job = executions.find(id).orElseThrow(() -> new AssertionError("Lost: " + id));
    while (!job.state().isTerminal()) {
      assertThat(System.nanoTime()).as("time for %s", job).isLessThan(end);
      job = executions.await(id, job.version(), Duration.ofSeconds(5)).orElseThrow();
    }
    return job;
  }
}
