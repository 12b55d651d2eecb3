package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * An extension that writes down what it learns: events to events.log, telemetry to telemetry.log,
 * both in the folder for temporary files; and why the end comes to its output. What else it does is
 * in its name: {@code crash} ends after its first call.
 */
public final class TestExtension {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/";
  private final Path folder = Path.of(System.getenv("TMPDIR"));
  private String identifier = "";

  private TestExtension() {}

  /** Is told the path of its program. */
  public static void main(String[] args) throws Exception {
    new TestExtension().serve(String.valueOf(Path.of(args[0]).getFileName()));
  }

  /** Runs one in this process, which learns of calls, and cannot of the end. */
  static void beside() {
    var _ =
        CompletableFuture.runAsync(() -> {
          try {
            new TestExtension().serve("internal");
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }

  private void serve(String name) throws Exception {
    var registered =
        send(
            request("2020-01-01/extension/register")
                .header("Lambda-Extension-Name", name)
                .POST(BodyPublishers.ofString(events(name))));
    identifier = registered.headers().firstValue("Lambda-Extension-Identifier").orElseThrow();
    write("events.log", registered.body());
    if (name.equals("leave")) {
      System.exit(1);
    }
    if (name.equals("unfit")) {
      report("init/error");
    }
    subscribe();
    while (true) {
      var event = send(request("2020-01-01/extension/event/next").GET()).body();
      write("events.log", event);
      if (event.contains("SHUTDOWN")) {
        System.out.println("the end: " + event);
      }
      if (name.equals("give-up") && event.contains("call-2")) {
        report("exit/error");
      }
      if (name.equals("hang") && event.contains("INVOKE")) {
        new CountDownLatch(1).await();
      }
      if (event.contains("SHUTDOWN") || (name.equals("crash") && event.contains("call-2"))) {
        System.exit(0);
      }
    }
  }

  private static String events(String name) {
    return name.equals("internal")
        ? "{\"events\":[\"INVOKE\"]}"
        : "{\"events\":[\"INVOKE\",\"SHUTDOWN\"]}";
  }

  /** Tells that it cannot go on, and leaves it to the instance to end it. */
  private void report(String path) throws Exception {
    var answer =
        send(
            request("2020-01-01/extension/" + path)
                .header("Lambda-Extension-Function-Error-Type", "Extension.NoLicense")
                .POST(BodyPublishers.ofString("{}")));
    System.out.println("accepted: " + answer.statusCode() + " " + answer.body());
    new CountDownLatch(1).await();
  }

  private void subscribe() throws Exception {
    write("events.log", refused("2022-07-01/telemetry", "TCP"));
    write("events.log", refused("2020-08-15/logs", "HTTP"));
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          write("telemetry.log", new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    var answer =
        send(
            request("2022-07-01/telemetry")
                .PUT(
                    BodyPublishers.ofString(
                        """
                        {"schemaVersion": "2022-12-13", "types": ["platform", "function"],
                         "buffering": {"timeoutMs": 25},
                         "destination": {"protocol": "HTTP", "URI": "http://sandbox.localdomain:%d"}}
                        """
                            .formatted(server.getAddress().getPort()))));
    write("events.log", answer.body());
  }

  /** What a subscription is answered that Longhaul does not offer. */
  private String refused(String path, String protocol) throws Exception {
    var answer =
        send(
            request(path)
                .PUT(
                    BodyPublishers.ofString(
                        """
                        {"schemaVersion": "2022-12-13", "types": ["platform"],
                         "destination": {"protocol": "%s", "port": 8080}}
                        """
                            .formatted(protocol))));
    return answer.statusCode() + " " + answer.body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    if (!identifier.isEmpty()) {
      request.header("Lambda-Extension-Identifier", identifier);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path));
  }

  private synchronized void write(String file, String line) throws IOException {
    Files.writeString(folder.resolve(file), line + "\n", CREATE, APPEND);
  }
}
