package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.app.FunctionFolder.Installed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  void nodeRefusesCallbacksInWords() throws Exception {
    var runtime = Installed.node("nodejs22.x-concurrent");
    FunctionFolder.write(
        folder, "src/app.js", "exports.handler = (event, context, callback) => callback();");
    try (var function = FunctionFolder.serve(folder, runtime, "app.handler", CONCURRENCY)) {
      assertThat(function.execute("{}").body()).contains("does not support callback-based");
    }
  }

  private List<String> meet(FunctionFolder function, String place) throws Exception {
    // a place of its own, also where /tmp is everybody's
    var event = "{\"place\": \"/tmp/%s/%s\"}".formatted(folder.getFileName(), place);
    Callable<String> call = () -> function.execute(event).body();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Future<String>>();
      for (int i = 0; i < 4; i++) {
        calls.add(callers.submit(call));
      }
      var results = new ArrayList<String>();
      for (var answer : calls) {
        results.add(answer.get().replaceAll(".*\"result\":\"([^\"]*)\".*", "$1"));
      }
      return results;
    }
  }
}
