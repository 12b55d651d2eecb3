package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.app.FunctionFolder.Installed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several calls in one instance, by what AWS's clients have for it. Each call ends when four of
 * them are there, which it sees in the file system.
 */
@Timeout(120)
class ConcurrentCallsTest {

  private static final String CONCURRENCY = "concurrency: 4";

  @TempDir private Path folder;

  @Test
  void nodeRunsThemOnWorkersOfOneProcess() throws Exception {
    var runtime = Installed.node("nodejs22.x-concurrent");
    FunctionFolder.write(
        folder,
        "src/app.mjs",
        """
        import { mkdir, readdir, writeFile } from 'node:fs/promises';
        import layered from 'layered';

        export const handler = async (event, context) => {
          await mkdir(event.place, { recursive: true });
          await writeFile(event.place + '/' + context.awsRequestId, '');
          while ((await readdir(event.place)).length < 4) {
            await new Promise((go) => setTimeout(go, 5));
          }
          return layered + process.pid;
        };
        """);
    FunctionFolder.write(
        folder, "layer/nodejs/node_modules/layered/index.js", "module.exports = 'pid ';");
    try (var function = FunctionFolder.serve(folder, runtime, "app.handler", CONCURRENCY)) {
      for (var place : List.of("first", "second")) {
        assertThat(meet(function, place))
            .allMatch(result -> result.startsWith("pid "))
            .hasSize(4)
            .hasSameElementsAs(List.of(meet(function, place + "-again").getFirst()));
      }
    }
  }

  @Test
  void pythonRunsThemInProcessesOfItsOwn() throws Exception {
    var runtime = Installed.python();
    FunctionFolder.write(
        folder,
        "src/app.py",
        """
        import os, time

        def handler(event, context):
            os.makedirs(event["place"], exist_ok=True)
            open(event["place"] + "/" + context.aws_request_id, "w").close()
            while len(os.listdir(event["place"])) < 4:
                time.sleep(0.005)
            return "pid %d" % os.getpid()
        """);
    try (var function = FunctionFolder.serve(folder, runtime, "app.handler", CONCURRENCY)) {
      assertThat(meet(function, "first")).doesNotHaveDuplicates();
    }
  }

  @Test
  void pythonWorkerThatEndsFailsItsCallAloneAndIsReplaced() throws Exception {
    var runtime = Installed.python();
    FunctionFolder.write(
        folder,
        "src/app.py",
        """
        import os, time

        def handler(event, context):
            os.makedirs(event["place"], exist_ok=True)
            open(event["place"] + "/" + context.aws_request_id, "w").close()
            while len(os.listdir(event["place"])) < 4:
                time.sleep(0.005)
            if event.get("leaves"):
                os._exit(3)
            return "stayed"
        """);
    try (var function = FunctionFolder.serve(folder, runtime, "app.handler", CONCURRENCY)) {
      assertThat(meetWithOneThatEnds(function))
          .filteredOn(answer -> !answer.equals("\"stayed\""))
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains("Runtime.ExitError", "worker ended in mid-call");
      assertThat(meet(function, "again")).hasSize(4).containsOnly("stayed");
    }
  }

  @Test
  void nodeProcessThatIsKilledFailsEveryCallThatItHas() throws Exception {
    var runtime = Installed.node("nodejs22.x-concurrent");
    FunctionFolder.write(
        folder,
        "src/app.mjs",
        """
        import { mkdir, readdir, writeFile } from 'node:fs/promises';

        export const handler = async (event, context) => {
          await mkdir(event.place, { recursive: true });
          await writeFile(event.place + '/' + context.awsRequestId, '');
          while ((await readdir(event.place)).length < 4) {
            await new Promise((go) => setTimeout(go, 5));
          }
          if (event.leaves) process.kill(process.pid, 'SIGKILL');
          if (event.stays) await new Promise(() => {});
          return 'stayed';
        };
        """);
    try (var function = FunctionFolder.serve(folder, runtime, "app.handler", CONCURRENCY)) {
      assertThat(meetWithOneThatEnds(function))
          .hasSize(4)
          .allSatisfy(answer ->
              assertThat(answer)
                  .contains("Runtime.ExitError", "Runtime exited with error: signal: killed"));
      assertThat(meet(function, "again")).hasSize(4).containsOnly("stayed");
    }
  }

  @Test
  void nodeRefusesCallbacksInWords() throws Exception {
    var runtime = Installed.node("nodejs22.x-concurrent");
    FunctionFolder.write(
        folder, "src/app.js", "exports.handler = (event, context, callback) => callback();");
    try (var function = FunctionFolder.serve(folder, runtime, "app.handler", CONCURRENCY)) {
      assertThat(function.execute("{}").body()).contains("does not support callback-based");
    }
  }

  private List<String> meet(FunctionFolder function, String place) throws Exception {
    var event = event(place, "");
    return together(Collections.nCopies(4, () -> function.execute(event).body())).stream()
        .map(body -> body.replaceAll(".*\"result\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private List<String> meetWithOneThatEnds(FunctionFolder function) throws Exception {
    var stays = event("ending", ", \"stays\": true");
    var leaves = event("ending", ", \"leaves\": true");
    var calls = new ArrayList<Callable<String>>();
    calls.addAll(Collections.nCopies(3, () -> function.invoke(stays).body()));
    calls.add(() -> function.invoke(leaves).body());
    return together(calls);
  }

  /** At a place of its own, also where /tmp is everybody's. */
  private String event(String place, String more) {
    return "{\"place\": \"/tmp/%s/%s\"%s}".formatted(folder.getFileName(), place, more);
  }

  private static List<String> together(List<Callable<String>> calls) throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<String>();
      for (var answer : callers.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
