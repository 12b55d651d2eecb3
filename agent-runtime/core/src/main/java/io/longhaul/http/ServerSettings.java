package io.longhaul.http;

import java.net.InetAddress;

/**
 * How the embedded server listens.
 *
 * @param port 0 = any free one
 * @param maxBody the largest body taken, in bytes
 * @param calls synchronous calls that may run or wait at a time: connections beyond these are kept
 *     free for status, jobs and events
 * @param behindProxy whether a load balancer's X-Forwarded headers say how the caller came
 * @param anyPath whether paths that are not the service's own are answered too: then whatever a
 *     gateway would let through has to pass
 */
public record ServerSettings(
    InetAddress host, int port, int maxBody, int calls, boolean behindProxy, boolean anyPath) {}
