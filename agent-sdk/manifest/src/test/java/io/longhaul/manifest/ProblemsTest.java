package io.longhaul.manifest;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {
  static Stream<String> bad() {
    return Stream.of(
        "owner: team\nownr: x",
        "jobs: {atempts: 3}",
        "cpu: 512",
        "jobs: {attempts: three}",
        "jobs: {attempts: 0}",
        "jobs: {backoff: 10}",
        "jobs: 3",
        "capabilities: read",
        "owner: 5",
        "owner:",
        "version: 1.10",
        "kind: htpp",
        "runtime: python3.31\ncode: src",
        "owner: a\nowner: b",
        "env: {AWS_REGION: x}",
        "config: {PATH: {}}",
        "config: {API_KEYS: {secret: true}}",
        "config: {A/b: {}, A_B: {}}",
        "env: {A: b}\nconfig: {A: {}}",
        "config: {K: {secret: true, default: hunter2}}",
        "config: {K: {required: true, default: x}}",
        "runtime: java21",
        "instances: 4",
        "layers: [a]",
        "code: /abs",
        "scaling: {min: 5, max: 2}",
        "scaling: {min: 0}",
        "kind: worker\nhttp: {event: alb}\nscaling: {min: 0}\nruntime: java21\ncode: a",
        "resources: {cpu: 300}",
        "resources: {cpu: 512, memory: 8GB}",
        "resources: {memory: 3500MB}",
        "resources: {disk: 21GB, memory: 1gb}",
        "kind: long\nresources: {spot: true}",
        "runtime: java21\ncode: a\ninstances: 4\njobs: {concurrency: 4}",
        "http: {wait: 2h}",
        "http: {event: api-gateway-v3}",
        "http: {event: alb}",
        "http: {routes: [GET /a]}",
        "http: {routes: [get /a], cors: [app.example.com], hosts: [localhost]}",
        "access: {}",
        "access: {auth: jwt}",
        "access: {auth: api-key, issuer: https://x.example.com}",
        "access: {auth: jwt, issuer: http://x.example.com}",
        "clients: {Web: {rate: 20}}",
        "clients: {web: {circuit-breaker: {failure-rate: 120%}}}",
        "triggers: [{schedule: {cron: '0 6 * *'}}]",
        "triggers: [{schedule: {cron: '0 6 * * * *', timezone: Europe/Londn}}]",
        "triggers: [{sqss: {queue: a}}]",
        "triggers: [{sqs: {queue: a}, s3: {bucket: abc}}]",
        "triggers: [{}]",
        "triggers: [{sqs: {}}]",
        "triggers: [sqs]",
        "permissions: [{actions: [GetObject], resources: [uploads]}]",
        "permissions: [{actions: [], resources: ['*']}]",
        "async: {on-failure: 'arn:aws:s3:::x'}",
        "environments: {dev: {scaling: {mox: 1}}, prod: {scaling: {min: 11, max: 10}}}",
        "scaling: {min: 2}\nenvironments: {dev: {scaling: {max: 1}}}",
        "environments: {dev: {name: x}}",
        "environments: [dev]",
        "environments: {Dev: {}, qa: 5}",
        "owner: [a",
        "\towner: x",
        "owner: !x y",
        "? [a]\n: b",
        "a: &a [*a]\nb: *a",
        "owner: \"\u0007\"",
        "- a",
        "owner: 'x\u0001'");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void show(String more) {
    System.out.println("--- " + more.replace("\n", "⏎"));
    Manifests.problems(Manifests.LEAST + more).forEach(System.out::println);
  }
}
