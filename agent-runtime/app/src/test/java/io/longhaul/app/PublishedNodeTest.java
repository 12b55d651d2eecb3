package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.longhaul.app.FunctionFolder.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Adapters that others published, as they come from npm. */
@Timeout(120)
class PublishedNodeTest {

  private static final String APP =
      """
      const express = require('express');
      const serverless = require('@codegenie/serverless-express');

      const app = express();
      app.use(express.json());
      app.get('/customers/:id', (request, response) => {
        response.cookie('seen', '1').set('X-Query', request.query.full);
        response.json({ id: request.params.id, agent: request.get('user-agent') });
      });
      app.post('/customers', (request, response) => response.status(201).json(request.body));
      exports.handler = serverless({ app });
      """;

  private static final String EVENT =
      """
      {"version": "2.0", "routeKey": "$default", "rawPath": "%2$s", "rawQueryString": "full=yes",
       "headers": {"content-type": "application/json", "user-agent": "curl/8", "host": "api.example.com"},
       "requestContext": {"accountId": "123456789012", "apiId": "api", "domainName": "api.example.com",
         "http": {"method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1",
           "userAgent": "curl/8"},
         "requestId": "r", "routeKey": "$default", "stage": "$default",
         "time": "12/Mar/2026:19:03:58 +0000", "timeEpoch": 1773342238000},
       "body": "{\\"name\\": \\"Ada\\"}", "isBase64Encoded": false}
      """;

  @TempDir private Path folder;

  @Test
  void expressBehindServerlessExpress() throws Exception {
    var express = FunctionFolder.nodes().resolve("express/node_modules");
    assumeThat(Files.isDirectory(express))
        .as("skipped: %s is not there; .ci/run installs it", express)
        .isTrue();
    copy(express, folder.resolve("src/node_modules"));
    FunctionFolder.write(folder, "src/app.js", APP);
    try (var function = FunctionFolder.serve(folder, Installed.node("nodejs22.x"), "app.handler")) {
      assertThat(function.execute(EVENT.formatted("GET", "/customers/42")).body())
          .contains("\"statusCode\":200", "\\\"id\\\":\\\"42\\\",\\\"agent\\\":\\\"curl/8\\\"")
          .contains("\"x-query\":\"yes\"", "seen=1");
      assertThat(function.execute(EVENT.formatted("POST", "/customers")).body())
          .contains("\"statusCode\":201", "\\\"name\\\":\\\"Ada\\\"");
      assertThat(function.execute(EVENT.formatted("GET", "/nowhere")).body())
          .contains("\"statusCode\":404");
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to.getParent());
    var copied = new ProcessBuilder("cp", "-r", from.toString(), to.toString()).start();
    assertThat(copied.waitFor()).isZero();
  }
}
