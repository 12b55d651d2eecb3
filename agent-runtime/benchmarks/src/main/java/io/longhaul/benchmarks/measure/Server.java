package io.longhaul.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** An HTTP service in a process of its own, which tells its address when it answers. */
public final class Server implements AutoCloseable {

  private static final Pattern ADDRESS =
      Pattern.compile("http://(?:127\\.0\\.0\\.1|localhost):[0-9]+");
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Child child;
  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Server(Child child, URI address) {
    this.child = child;
    this.address = address;
  }

  /** Starts it, and waits until its log tells the address. */
  public static Server start(List<String> command, Path log)
      throws IOException, InterruptedException {
    return start(command, log, LIMIT);
  }

  /** The same for one that may have to be built or installed first. */
  public static Server start(List<String> command, Path log, Duration limit)
      throws IOException, InterruptedException {
    var child = Child.start(command, log);
    var end = System.nanoTime() + limit.toNanos();
    while (child.isAlive() && System.nanoTime() < end) {
      var found = ADDRESS.matcher(child.said());
      if (found.find()) {
        return new Server(child, URI.create(found.group()));
      }
      Thread.sleep(50);
    }
    child.close();
    throw new IOException("the server did not start; it said: " + child.said());
  }

  /** One that was started elsewhere. */
  public static Server at(Child child, URI address) {
    return new Server(child, address);
  }

  public Child process() {
    return child;
  }

  public URI at(String path) {
    return address.resolve(path);
  }

  /** The body of a 200. */
  public String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)));
  }

  /** Posts JSON; the body of a 200. */
  public String post(String path, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Posts JSON and waits as long as it takes; the body of a 200. */
  public String postAndWait(String path, String json) throws IOException, InterruptedException {
    return sendAndWait(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return sendAndWait(request.timeout(LIMIT));
  }

  private String sendAndWait(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() {
    client.shutdownNow();
    child.close();
  }
}
