package io.longhaul.jobs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    accepted.addAll(killed(200, 30, "1"));
    accepted.addAll(killed(200, 100, "1"));
    accepted.addAll(killed(200, 200, "1"));
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(330);
    var ended = ended(accepted);
    assertThat(ended).extracting(Job::state).containsOnly(JobState.SUCCEEDED);
    assertThat(Files.readAllLines(ledger())).doesNotHaveDuplicates();
  }

  @Test
  void startWhenAJobKillsItsProcessFiveTimesFailsIt() throws Exception {
    var poison = new ArrayList<ExecutionId>();
    for (int i = 0; i < 5; i++) {
      poison.addAll(died(i == 0 ? 1 : 0, "\"poison\""));
    }
    var job = ended(poison).getFirst();
    assertThat(job.error()).isNotNull();
    assertThat(job.error().type()).isEqualTo("worker-lost");
    assertThat(job.attempt()).isEqualTo(5);
  }

  @Test
  void startWhenKilledInTheMiddleTellsTheEndOfEveryEvent() throws Exception {
    var accepted = new ArrayList<ExecutionId>();
    accepted.addAll(killed(200, 50, "\"event\""));
    accepted.addAll(killed(200, 150, "\"event\""));
    var executions = KilledService.open(data(), ledger());
    executions.start();
    var ids = accepted.stream().map(ExecutionId::toString).toList();
    await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(told()).containsAll(ids));
    executions.drain(Duration.ofSeconds(30));
  }

  @Test
  void startWhenKilledBetweenEndAndDeliveryTellsItAgain() throws Exception {
    var id = died(1, "\"deadly event\"").getFirst();
    assertThat(KilledService.records(ledger())).doesNotExist();
    assertThat(died(0, "\"deadly event\"")).isEmpty();
    assertThat(told()).containsExactly(id.toString());
    var job = ended(List.of(id)).getFirst();
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.attempt()).isEqualTo(1);
    assertThat(told()).containsExactly(id.toString(), id.toString());
  }

  private List<String> told() throws IOException {
    return Files.readAllLines(KilledService.records(ledger()));
  }

  /** Starts a service, kills it when so many jobs are accepted, and answers their ids. */
  private List<ExecutionId> killed(int submits, int killAfter, String input) throws Exception {
    var process = start(submits, input);
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
  private List<ExecutionId> died(int submits, String input) throws Exception {
    var process = start(submits, input);
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

  /** Waits until a job has ended and its end is told. */
  private static Job ended(Executions executions, ExecutionId id) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    var job = executions.find(id).orElseThrow(() -> new AssertionError("Lost: " + id));
    while (!job.state().isTerminal()) {
      assertThat(System.nanoTime()).as("time for %s", job).isLessThan(end);
      job = executions.await(id, job.version(), Duration.ofSeconds(5)).orElseThrow();
    }
    return told(executions, job);
  }

  private static Job told(Executions executions, Job job) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> executions.find(job.id()).orElseThrow(), now -> !now.isUnfinished());
  }
}
