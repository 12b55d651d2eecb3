package io.longhaul.lambda.instances;

import io.longhaul.lambda.runtimeapi.RuntimeServer;
import java.time.Clock;

/** What it takes to start the processes of an instance. */
record Workshop(
    Blueprint blueprint,
    RuntimeServer server,
    Spawner spawner,
    Isolation isolation,
    Errors errors,
    Clock clock) {}
