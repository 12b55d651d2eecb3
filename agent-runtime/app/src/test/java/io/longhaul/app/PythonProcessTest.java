package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.app.FunctionFolder.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How processes of AWS's own client for Python begin and end. */
@Timeout(120)
class PythonProcessTest {

  @TempDir private Path folder;

  /** Its client leaves the main thread free for signals only where it knows the runtime. */
  @Test
  void sigtermReachesTheHandlerThatWaitsForACall() throws Exception {
    FunctionFolder.write(
        folder,
        "src/app.py",
        """
        import os, signal, sys

        def end(number, frame):
            open(os.environ["TMPDIR"] + "/told-to-end", "w").close()
            sys.exit(0)

        signal.signal(signal.SIGTERM, end)

        def handler(event, context):
            return "up"
        """);
    try (var function = FunctionFolder.serve(folder, Installed.python(), "app.handler")) {
      assertThat(function.execute("{}").body()).contains("\"result\":\"up\"");
      assertThat(wasToldToEnd()).isFalse();
    }
    assertThat(wasToldToEnd()).isTrue();
  }

  /** With several, each of the client's processes tells it, and only the first is heard. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void errorOfAnImportIsWhatCallersGet(int concurrency) throws Exception {
    FunctionFolder.write(folder, "src/app.py", "raise KeyError('no configuration')");
    var more = "concurrency: " + concurrency;
    try (var function = FunctionFolder.serve(folder, Installed.python(), "app.handler", more)) {
      var answer = function.invoke("{}");
      assertThat(answer.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
      assertThat(answer.body())
          .contains("\"errorType\": \"KeyError\"", "no configuration", "stackTrace");
    }
  }

  private boolean wasToldToEnd() throws Exception {
    try (var files = Files.walk(folder.resolve("data"))) {
      return files.anyMatch(file -> file.endsWith("told-to-end"));
    }
  }
}
