package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several calls in one instance, by what AWS's clients have for it. */
@Timeout(120)
class ConcurrentCallsTest {

  /** Each call ends when four of them are there, which it sees in the file system. */
  private static final String MEETING =
      """
      import { mkdir, readdir, writeFile } from 'node:fs/promises';
      import layered from 'layered';

      export const handler = async (event, context) => {
        const place = '/tmp/' + event.place;
        await mkdir(place, { recursive: true });
        await writeFile(place + '/' + context.awsRequestId, '');
        while ((await readdir(place)).length < 4) {
          await new Promise((go) => setTimeout(go, 5));
        }
        return layered + process.pid;
      };
      """;

  @TempDir private Path folder;

  @Test
  void nodeRunsThemOnWorkersOfOneProcess() throws Exception {
    NodeFolder.runtimes();
    NodeFolder.write(folder, "src/app.mjs", MEETING);
    NodeFolder.write(
        folder, "layer/nodejs/node_modules/layered/index.js", "module.exports = 'pid ';");
    try (var function =
        NodeFolder.serve(folder, "nodejs22.x-concurrent", "app.handler", "concurrency: 4")) {
      for (var place : new String[] {"first", "second"}) {
        var event = "{\"place\": \"%s-%s\"}".formatted(folder.getFileName(), place);
        Callable<String> call = () -> function.execute(event).body();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
          var calls = IntStream.range(0, 4).mapToObj(_ -> callers.submit(call)).toList();
          assertThat(calls)
              .extracting(answer -> answer.get().replaceAll(".*\"result\":\"([^\"]*)\".*", "$1"))
              .allMatch(result -> result.startsWith("pid "))
              .containsOnly(calls.getFirst().get().replaceAll(".*\"result\":\"([^\"]*)\".*", "$1"));
        }
      }
    }
  }

  @Test
  void nodeRefusesCallbacksInWords() throws Exception {
    NodeFolder.runtimes();
    NodeFolder.write(
        folder, "src/app.js", "exports.handler = (event, context, callback) => callback();");
    try (var function =
        NodeFolder.serve(folder, "nodejs22.x-concurrent", "app.handler", "concurrency: 4")) {
      assertThat(function.execute("{}").body()).contains("does not support callback-based");
    }
  }
}
