package io.longhaul.lambda.runtimeapi;

import io.netty.channel.Channel;

/** One instance's port. */
public final class RuntimePort implements AutoCloseable {

  private final Channel channel;

  RuntimePort(Channel channel) {
    this.channel = channel;
  }

  /** What AWS_LAMBDA_RUNTIME_API says: no path may follow, because clients split at the colon. */
  public String address() {
    return "127.0.0.1:" + RuntimeServer.port(channel);
  }

  /** Takes no more connections; those that are open end with the client. */
  @Override
  public void close() {
    var _ = channel.close();
  }
}
