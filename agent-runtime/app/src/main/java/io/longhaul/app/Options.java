package io.longhaul.app;

import io.longhaul.manifest.Auth;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a service. What is null was not said, and then depends on the place.
 *
 * @param manifest the file, or its folder
 * @param port 0 = any free one
 * @param runtime where the runtime client of a Lambda handler is installed
 * @param logLevel error, warn, info, debug or trace
 */
record Options(
    Path manifest,
    int port,
    @Nullable InetAddress host,
    @Nullable Path data,
    String jobs,
    @Nullable String environment,
    @Nullable Auth access,
    Path runtime,
    @Nullable Duration drain,
    String logLevel) {}
