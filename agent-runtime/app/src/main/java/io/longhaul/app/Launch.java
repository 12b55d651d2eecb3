package io.longhaul.app;

import io.longhaul.lifecycle.Place;
import io.longhaul.manifest.Manifest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;

/** What is decided before any part runs: where, which agent, with which options and folder. */
record Launch(
    Place place,
    Options options,
    Map<String, String> environment,
    Manifest manifest,
    DataFolder data) {

  private static final Duration LOCAL_DRAIN = Duration.ofSeconds(30);

  /** ECS kills after at most 120 s: what is left is for handing jobs back. */
  private static final Duration ECS_DRAIN = Duration.ofSeconds(110);

  InetAddress host() {
    InetAddress said = options.host();
    return said != null ? said : place == Place.LOCAL ? address(127, 0, 0, 1) : address(0, 0, 0, 0);
  }

  Duration drain() {
    Duration said = options.drain();
    return said != null ? said : place == Place.LOCAL ? LOCAL_DRAIN : ECS_DRAIN;
  }

  private static InetAddress address(int... parts) {
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }
}
