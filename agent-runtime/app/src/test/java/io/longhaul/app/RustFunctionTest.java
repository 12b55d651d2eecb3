package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.app.FunctionFolder.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A function in Rust under lambda_runtime, compiled here. */
@Tag("slow")
@Timeout(600)
class RustFunctionTest {

  @TempDir private static Path folder;
  private static FunctionFolder function;

  @BeforeAll
  static void start() throws Exception {
    var source = Files.createDirectory(folder.resolve("rust"));
    var compiler = Compiler.of("cargo", "rust", source, "main.rs", "Cargo.toml", "Cargo.lock");
    compiler.run("cargo", "build", "--locked", "--target-dir", built().toString());
    Files.copy(
        built().resolve("debug/bootstrap"),
        Files.createDirectory(folder.resolve("src")).resolve("bootstrap"));
    function =
        FunctionFolder.serve(
            folder, new Installed("provided.al2023", folder), "any", "instances: 1");
  }

  /** Of this module: the client itself is compiled once. */
  private static Path built() {
    return Path.of("target", "rust").toAbsolutePath();
  }

  @AfterAll
  static void stop() {
    if (function != null) {
      function.close();
    }
  }

  @Test
  void unmodifiedFunctionIsServed() throws Exception {
    var body = function.execute("{\"a\": [1, \"ü\"]}").body();
    assertThat(body)
        .contains("\"event\":{\"a\":[1,\"ü\"]}")
        .contains("\"arn\":\"arn:aws:lambda:us-east-1:123456789012:function:Tested_prod\"")
        .containsPattern("\"hours\":(24|23\\.9)");
    var id = body.replaceAll("(?s).*\"execution_id\":\"([^\"]+)\".*", "$1");
    assertThat(body).contains("\"id\":\"" + id + "\"");
  }

  @Test
  void errorIsAFailureThatNamesIt() throws Exception {
    assertThat(function.execute("{\"do\": \"fail\"}").body())
        .contains("execution-failed", "no luck");
    assertThat(function.invoke("{\"do\": \"fail\"}").body())
        .contains("\"errorMessage\":\"no luck\"");
  }

  @Test
  void panicFailsItsCallAndTheProcessLivesOn() throws Exception {
    var process = process();
    assertThat(function.execute("{\"do\": \"panic\"}").body()).contains("in a panic");
    assertThat(process()).isEqualTo(process);
  }

  @Test
  void processThatEndsFailsItsCallOnly() throws Exception {
    assertThat(function.execute("{\"do\": \"exit\"}").body()).contains("exit status 3");
    assertThat(function.execute("{}").statusCode()).isEqualTo(200);
  }

  private static String process() throws Exception {
    var body = function.execute("{}").body();
    assertThat(body).contains("\"process\":");
    return body.replaceAll("(?s).*\"process\":(\\d+).*", "$1");
  }
}
