package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.longhaul.app.FunctionFolder.Installed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions as they would stand on Lambda, under AWS's own clients for Node. */
@Timeout(120)
class NodeFunctionTest {

  private static final String CODE =
      """
      import { readFile } from 'node:fs/promises';
      import v8 from 'node:v8';
      import { S3Client } from '@aws-sdk/client-s3';
      import { word } from 'layered';
      import { chosen } from 'bundled';
      import { version as versioned } from 'versioned';

      const own = await readFile(new URL('own.txt', import.meta.url), 'utf8');

      export const handler = async (event, context) => {
        switch (event.do) {
          case 'fail': throw new TypeError('no luck');
          case 'stray':
            setTimeout(() => { throw new Error('astray'); });
            return new Promise(() => {});
          case 'exit': process.exit(3);
          case 'large': return 'x'.repeat(5_900_000);
          case 'print': console.log('printed by ' + context.awsRequestId);
        }
        return {
          event, own, word, chosen, versioned,
          sdk: typeof S3Client,
          version: process.version,
          request: context.awsRequestId,
          arn: context.invokedFunctionArn,
          name: context.functionName,
          days: context.getRemainingTimeInMillis() / 86_400_000,
          heap: Math.round(v8.getHeapStatistics().heap_size_limit / 1024 / 1024),
          memory: context.memoryLimitInMB,
          mode: process.env.MODE,
          keys: process.env.API_KEYS ?? 'none',
          execution: process.env.AWS_EXECUTION_ENV,
          handler: process.env._HANDLER,
        };
      };
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"nodejs22.x, v22.", "nodejs24.x, v24."})
  void unmodifiedFunctionIsServed(String runtime, String version) throws Exception {
    try (var function = serve(runtime)) {
      var answer = function.execute("{\"a\": [1, \"ü\"]}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"event\":{\"a\":[1,\"ü\"]}", "\"own\":\"read at the top\"")
          .contains("\"version\":\"" + version, "\"name\":\"Tested_prod\"", "\"days\":0.99")
          .contains("\"arn\":\"arn:aws:lambda:us-east-1:123456789012:function:Tested_prod\"")
          .contains("\"mode\":\"test\"", "\"keys\":\"none\"", "\"handler\":\"app.handler\"")
          .contains("\"execution\":\"AWS_Lambda_" + runtime)
          .contains("\"versioned\":\"" + node(runtime));
      var id = answer.body().replaceAll("(?s).*\"execution_id\":\"([^\"]+)\".*", "$1");
      assertThat(answer.body()).contains("\"request\":\"" + id + "\"");
    }
  }

  @Test
  void importFindsLayersAndTheSdkBehindTheFunctionsOwnPackages() throws Exception {
    try (var function = serve("nodejs22.x")) {
      assertThat(function.execute("{}").body())
          .contains("\"sdk\":\"function\"", "\"word\":\"from a layer, as a module\"")
          .contains("\"chosen\":\"the function's own\"");
    }
  }

  @Test
  void heapIsBoundedByTheInstancesShare() throws Exception {
    try (var function = serve("nodejs22.x", "instances: 2")) {
      var body = function.execute("{}").body();
      assertThat(body).contains("\"memory\":\"672\"");
      // 90 %, and the young generation, whose three spaces V8 rounds up
      assertThat(Integer.parseInt(body.replaceAll("(?s).*\"heap\":(\\d+).*", "$1")))
          .isBetween(604, 850);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nodejs22.x", "nodejs24.x"})
  void errorsCarryTheirTrace(String runtime) throws Exception {
    try (var function = serve(runtime)) {
      var failed = function.execute("{\"do\": \"fail\"}");
      assertThat(failed.statusCode()).isEqualTo(500);
      assertThat(failed.body()).contains("execution-failed", "TypeError: no luck");
      assertThat(function.invoke("{\"do\": \"fail\"}").body())
          .contains("\"errorType\":\"TypeError\"", "\"errorMessage\":\"no luck\"")
          .containsPattern("\"trace\":\\[\"TypeError: no luck\",\" *at .*app.mjs:");
      assertThat(function.execute("{}").statusCode()).isEqualTo(200);
    }
  }

  /** The older client reports what nobody caught, before it ends. */
  @ParameterizedTest
  @CsvSource({"nodejs22.x, Error: astray", "nodejs24.x, Runtime.ExitError"})
  void whatEndsTheProcessFailsItsCallOnly(String runtime, String stray) throws Exception {
    try (var function = serve(runtime)) {
      assertThat(function.execute("{\"do\": \"exit\"}").body()).contains("exit status 3");
      assertThat(function.execute("{\"do\": \"stray\"}").body()).contains(stray);
      assertThat(function.execute("{}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void payloadOfLambdasLimitPasses() throws Exception {
    try (var function = serve("nodejs22.x")) {
      assertThat(function.execute("{\"do\": \"large\"}").body()).hasSizeGreaterThan(5_900_000);
      var event = "{\"a\": \"" + "x".repeat(6_000_000) + "\"}";
      assertThat(function.execute(event).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void linesOfTheConsoleCarryTheExecutionsId() throws Exception {
    var stderr = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try (var function = serve("nodejs22.x")) {
      var body = function.execute("{\"do\": \"print\"}").body();
      var id = body.replaceAll("(?s).*\"execution_id\":\"([^\"]+)\".*", "$1");
      await()
          .untilAsserted(() ->
              assertThat(log.toString(UTF_8).lines())
                  .filteredOn(line -> line.contains("printed by " + id))
                  .singleElement()
                  .asString()
                  .endsWith("execution_id=" + id));
    } finally {
      System.setErr(stderr);
    }
  }

  /** Until nodejs22.x: the client for nodejs24.x refuses three parameters. */
  @Test
  void handlerWithACallbackRuns() throws Exception {
    FunctionFolder.write(
        folder,
        "src/old.js",
        """
        const { word } = require('layered');
        const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
        exports.handler = (event, context, callback) => {
          setTimeout(() => event.fail ? callback(new Error('called back')) : callback(null, word + typeof DynamoDBClient), 1);
        };
        """);
    try (var function = serve("nodejs22.x", "old.handler", "instances: 1")) {
      assertThat(function.execute("{}").body())
          .contains("\"result\":\"from a layer, requiredfunction\"");
      assertThat(function.execute("{\"fail\": true}").body()).contains("Error: called back");
    }
  }

  @Test
  void handlerInACjsFileInAFolderRuns() throws Exception {
    FunctionFolder.write(
        folder, "src/handlers/plain.cjs", "exports.go = async (event) => ({ got: event });");
    try (var function = serve("nodejs22.x", "handlers/plain.go", "instances: 1")) {
      assertThat(function.execute("1").body()).contains("\"result\":{\"got\":1}");
    }
  }

  @Test
  void moduleThatIsNowhereIsNamed() throws Exception {
    FunctionFolder.write(
        folder, "src/lost.mjs", "import 'no-such-package'; export const handler = async () => 1;");
    try (var function = serve("nodejs22.x", "lost.handler", "instances: 1")) {
      assertThat(function.execute("{}").body()).contains("no-such-package");
    }
  }

  private FunctionFolder serve(String runtime, String... more) throws IOException {
    return serve(runtime, "app.handler", more.length == 0 ? "instances: 1" : more[0]);
  }

  /** The folder of a layer that is for one version, such as node22. */
  private static String node(String runtime) {
    return runtime.replaceAll("nodejs(\\d+)\\.x", "node$1");
  }

  private FunctionFolder serve(String runtime, String handler, String more) throws IOException {
    var installed = Installed.node(runtime);
    FunctionFolder.write(folder, "src/app.mjs", CODE);
    FunctionFolder.write(folder, "src/own.txt", "read at the top");
    var layered = "layer/nodejs/node_modules/layered/";
    FunctionFolder.write(
        folder,
        layered + "package.json",
        """
        {"name": "layered", "exports": {"import": "./module.mjs", "require": "./common.cjs"}}
        """);
    FunctionFolder.write(
        folder, layered + "module.mjs", "export const word = 'from a layer, as a module';");
    FunctionFolder.write(
        folder, layered + "common.cjs", "exports.word = 'from a layer, required';");
    FunctionFolder.write(
        folder,
        "layer/nodejs/" + node(runtime) + "/node_modules/versioned/index.js",
        "exports.version = '" + node(runtime) + "';");
    for (var place : List.of("src/node_modules", "layer/nodejs/node22/node_modules")) {
      var text = place.startsWith("src") ? "the function's own" : "a layer's";
      FunctionFolder.write(
          folder, place + "/bundled/index.js", "exports.chosen = \"" + text + "\";");
    }
    return FunctionFolder.serve(folder, installed, handler, more);
  }
}
