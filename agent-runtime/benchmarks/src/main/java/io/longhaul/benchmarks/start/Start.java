package io.longhaul.benchmarks.start;

import io.longhaul.benchmarks.measure.Child;
import io.longhaul.benchmarks.measure.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A service on its way up, asked for its status again and again until it answers. */
final class Start implements AutoCloseable {

  /** Long beside a connection that is refused, short beside a start. */
  private static final Duration PAUSE = Duration.ofMillis(5);

  private static final byte[] REQUEST =
      "GET /status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final long began;
  private final Child child;
  private final InetSocketAddress address;

  private Start(long began, Child child, InetSocketAddress address) {
    this.began = began;
    this.child = child;
    this.address = address;
  }

  /** Starts a command that serves on a port of this machine. */
  static Start of(List<String> command, int port, Workspace workspace) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var began = System.nanoTime();
    return new Start(began, Child.start(command, workspace.resolve("start.log")), address);
  }

  /** Runs a command to its end, which has to be a good one. */
  static void await(List<String> command, Workspace workspace)
      throws IOException, InterruptedException {
    try (var child = Child.start(command, workspace.resolve("command.log"))) {
      if (child.exitCode(Duration.ofMinutes(10)) != 0) {
        throw new IOException(String.join(" ", command) + " failed: " + child.said());
      }
    }
  }

  /** The time from its beginning to its first 200. */
  Duration awaitAnswer(Duration limit) throws IOException, InterruptedException {
    while (child.isAlive() && System.nanoTime() - began < limit.toNanos()) {
      if (answers()) {
        return Duration.ofNanos(System.nanoTime() - began);
      }
      Thread.sleep(PAUSE);
    }
    throw new IOException("the service does not answer; it said: " + child.said());
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(address);
      socket.getOutputStream().write(REQUEST);
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return answer.startsWith("HTTP/1.1 200");
    } catch (IOException _) {
      return false; // nobody listens yet
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
