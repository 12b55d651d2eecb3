package io.longhaul.benchmarks.waiting;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A client process: many calls on a connection each, until all are answered. */
final class Callers {

  /** Connections that are being made at a time: the server's backlog is bounded. */
  private static final int CONNECTING = 64;

  private static final String BODY = "{\"open\":false}";

  private final URI address;
  private final Semaphore connecting = new Semaphore(CONNECTING);
  private final AtomicInteger right = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();

  private Callers(URI address) {
    this.address = address;
  }

  /** Arguments: the address to post to, and how many calls. Ends with 1 if a call failed. */
  public static void main(String[] arguments) {
    var callers = new Callers(URI.create(arguments[0]));
    callers.callAll(Integer.parseInt(arguments[1]));
    System.out.println(callers.right + " answered as expected, " + callers.wrong + " failed");
    System.exit(callers.wrong.get() == 0 ? 0 : 1);
  }

  private void callAll(int calls) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < calls; i++) {
        threads.execute(this::callOnce);
      }
    }
  }

  private void callOnce() {
    try (var socket = connect()) {
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (answer.startsWith("HTTP/1.1 200") && answer.contains("\"waited\":true")) {
        right.incrementAndGet();
      } else {
        fail("answered: " + answer);
      }
    } catch (IOException | InterruptedException e) {
      fail(e.toString());
    }
  }

  private Socket connect() throws IOException, InterruptedException {
    connecting.acquire();
    try {
      var socket = new Socket();
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      socket.getOutputStream().write(request());
      return socket;
    } finally {
      connecting.release();
    }
  }

  private byte[] request() {
    return ("POST "
            + address.getPath()
            + " HTTP/1.1\r\nHost: "
            + address.getAuthority()
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + BODY.length()
            + "\r\nConnection: close\r\n\r\n"
            + BODY)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void fail(String reason) {
    if (wrong.getAndIncrement() < 5) {
      System.out.println(reason);
    }
  }
}
