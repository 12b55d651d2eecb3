package io.longhaul.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.TestShell;
import io.longhaul.cli.api.FakeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsCommandTest {

  @TempDir private Path folder;
  private FakeService service;
  private TestShell shell;

  @BeforeEach
  void start() throws IOException {
    service = new FakeService();
    var checkout = TestCheckout.in(folder);
    checkout.running(service.url());
    shell = new TestShell(checkout.root());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void listReadsEveryPage() {
    for (int i = 0; i < 5; i++) {
      service.submit("{}");
    }
    assertThat(shell.type("jobs", "list", "echo")).isZero();
    assertThat(shell.out().lines()).hasSize(6).element(1, STRING).startsWith("job-4");
  }

  @Test
  void listStopsAtTheLimit() {
    for (int i = 0; i < 5; i++) {
      service.submit("{}");
    }
    assertThat(shell.type("jobs", "list", "--limit", "3")).isZero();
    assertThat(shell.out().lines()).hasSize(4);
  }

  @Test
  void showTellsOneJob() {
    service.submit("{\"do\": \"wait\"}");
    assertThat(shell.type("jobs", "show", "job-0", "echo")).isZero();
    assertThat(shell.out()).contains("running", "50% half of job-0");
  }

  @Test
  void jobMayStandBehindItsAgent() {
    var unknown = "01a213ad-57ae-7a24-a0e9-ba2f9108774e";
    assertThat(shell.type("jobs", "show", "echo", unknown)).isNotZero();
    assertThat(shell.err()).contains(unknown).doesNotContain("No agent");
  }

  @Test
  void cancelAsksAndShows() {
    service.submit("{\"do\": \"wait\"}");
    assertThat(shell.type("jobs", "cancel", "job-0", "--json")).isZero();
    assertThat(shell.out()).contains("\"state\" : \"cancelled\"");
  }

  @Test
  void watchEndsWithTheOutcome() {
    service.submit("{\"do\": \"fail\"}");
    assertThat(shell.type("jobs", "watch", "job-0")).isEqualTo(1);
    assertThat(shell.out()).contains("failed", "it broke");
  }

  @Test
  void resultPrintsTheOutput() {
    service.submit("{\"n\": 1.50}");
    assertThat(shell.type("jobs", "result", "job-0", "--url", service.url().toString())).isZero();
    assertThat(shell.out()).isEqualTo("{\n  \"n\" : 1.50\n}\n");
  }

  @Test
  void retryOfACancelledJobQueuesItAgain() {
    service.submit("{\"do\": \"wait\"}");
    assertThat(shell.type("jobs", "cancel", "job-0")).isZero();
    assertThat(shell.type("jobs", "retry", "job-0")).isZero();
    assertThat(shell.out()).contains("queued");
  }

  @Test
  void retryOfAJobThatCannotBeRetriedIsOne() {
    service.submit("{}");
    assertThat(shell.type("jobs", "retry", "job-0")).isEqualTo(1);
    assertThat(shell.err()).contains("Wrong state: job-0 is succeeded");
  }

  @Test
  void unknownJobIsFour() {
    assertThat(shell.type("jobs", "retry", "nobody")).isEqualTo(4);
    assertThat(shell.err()).contains("there is no job nobody");
  }

  @Test
  void withoutAServiceSaysHowToStartIt() throws IOException {
    Files.delete(folder.resolve(".longhaul/echo/service.json"));
    assertThat(shell.type("jobs", "list", "echo")).isEqualTo(5);
    assertThat(shell.err()).contains("longhaul run echo");
  }

  @Test
  void listOfFewerThanOneIsRefused() {
    assertThat(shell.type("jobs", "list", "echo", "--limit", "-1")).isEqualTo(2);
    assertThat(shell.err()).contains("--limit: found -1, expected 1 or more");
  }
}
