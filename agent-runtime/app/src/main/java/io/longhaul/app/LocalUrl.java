package io.longhaul.app;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Where a service answers, as seen from its own machine. */
record LocalUrl(InetAddress host, int port) {

  @Override
  public String toString() {
    String name = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
    return "http://%s:%d"
        .formatted(
            host instanceof Inet6Address && !host.isAnyLocalAddress() ? "[" + name + "]" : name,
            port);
  }
}
