package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends what schemathesis makes up from /openapi.json, and lets it judge the answers. */
class SchemathesisTest {

  private static final String CHECKS =
      "not_a_server_error,status_code_conformance,content_type_conformance,"
          + "response_headers_conformance,response_schema_conformance,unsupported_method,"
          + "allow_header_conformance";

  @TempDir Path folder;

  @Test
  void answersAreWhatTheDescriptionSays() throws Exception {
    assumeThat(isInstalled())
        .as("skipped: schemathesis is not installed (pip install schemathesis==4.32.5)")
        .isTrue();
    try (var service = AgentFolder.of(folder).start()) {
      var document = service.url() + "/openapi.json";
      var judged =
          Ended.of(
              folder, "run", document, "--checks", CHECKS, "--max-examples", "12", "--seed", "1");
      assertThat(judged.code()).as(judged.output()).isZero();
    }
  }

  private boolean isInstalled() throws InterruptedException {
    try {
      return Ended.of(folder, "--version").code() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private record Ended(int code, String output) {

    static Ended of(Path folder, String... words) throws IOException, InterruptedException {
      var line = new ArrayList<String>(List.of("schemathesis"));
      line.addAll(List.of(words));
      // it leaves its notes where it runs
      var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), output);
    }
  }
}
