package io.longhaul.lambda.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** A runtime client that does what its event tells it: {@code {"do": …}}. Run as a bootstrap. */
public final class TestClient {

  private static final Pattern DO = Pattern.compile("\"do\": *\"([a-z-]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api =
      "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";
  private final List<Integer> statuses = new ArrayList<>();

  private TestClient() {}

  /**
   * The handler may be {@code never}, which reports init errors, {@code crash}, {@code slow}, which
   * never gets ready, or {@code internal}, which has an extension in its process.
   */
  public static void main(String[] args) throws Exception {
    var client = new TestClient();
    switch (System.getenv("_HANDLER")) {
      case "never" -> {
        client.initError("no such module");
        client.initError("statuses are " + client.statuses);
      }
      case "slow" -> forever();
      case "crash" -> System.err.println("cannot find the library");
      case "internal" -> {
        TestExtension.beside();
        client.serve();
      }
      default -> client.serve();
    }
    System.exit(7);
  }

  private void initError(String message) throws Exception {
    post("init/error", "{\"errorType\":\"Import\",\"errorMessage\":\"%s\"}".formatted(message));
  }

  private void serve() throws Exception {
    while (true) {
      var next = http.send(request("invocation/next").GET().build(), BodyHandlers.ofString());
      var id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
      var what = DO.matcher(next.body());
      run(id, what.find() ? what.group(1) : "echo", next);
    }
  }

  private void run(String id, String what, HttpResponse<String> next) throws Exception {
    switch (what) {
      case "echo" -> answer(id, next.body());
      case "env" -> answer(id, System.getenv().toString());
      case "headers" -> answer(id, next.headers().map().toString());
      case "write" -> {
        Files.writeString(Path.of("/tmp/written"), id);
        answer(id, "1");
      }
      case "look" -> answer(id, look());
      case "later" -> {
        Thread.ofVirtual().start(TestClient::writeLater);
        answer(id, "1");
      }
      case "until-go" -> {
        awaitFile("go");
        answer(id, "1");
      }
      case "processes" -> answer(id, Long.toString(ProcessHandle.allProcesses().count()));
      case "plain" -> answer(id, "hello, world");
      case "statuses" -> answer(id, statuses.toString());
      case "fail" ->
          post(
              "invocation/" + id + "/error",
              "{\"errorType\":\"Bad\",\"errorMessage\":\"no luck\"}");
      case "print" -> {
        System.out.println("said by " + id);
        System.err.println("{\"level\":\"info\",\"said\":\"json\"}");
        answer(id, "1");
      }
      case "huge" -> {
        var huge = TestStream.begin(System.getenv("AWS_LAMBDA_RUNTIME_API"), id);
        for (int i = 0; i < 200; i++) {
          huge.part("x".repeat(1 << 20));
        }
        huge.end("");
      }
      case "chatter" -> {
        for (int i = 0; i < 200; i++) {
          System.out.println(("x".repeat(1023) + "\n").repeat(1024));
        }
        answer(id, "1");
      }
      case "env-model" -> answer(id, "\"" + System.getenv("MODEL") + "\"");
      case "stream" -> stream(id, "one", "two").end("");
      case "stream-gated" -> {
        var open = stream(id, "one");
        awaitFile("go");
        open.part("two").end("");
      }
      case "stream-fail" ->
          stream(id, "one")
              .end(
                  "Lambda-Runtime-Function-Error-Type: Bad\r\n"
                      + "Lambda-Runtime-Function-Error-Body: "
                      + Base64.getEncoder()
                          .encodeToString("{\"errorMessage\":\"too late\"}".getBytes(UTF_8))
                      + "\r\n");
      case "stream-break" -> stream(id, "one").close();
      case "stream-oddly" ->
          statuses.add(
              http.send(
                      request("invocation/" + id + "/response")
                          .header("Lambda-Runtime-Function-Response-Mode", "sideways")
                          .POST(BodyPublishers.ofString("1"))
                          .build(),
                      BodyHandlers.discarding())
                  .statusCode());
      case "large" -> answer(id, "\"" + "x".repeat(2_000_000) + "\"");
      case "twice" -> {
        answer(id, "1");
        answer(id, "2");
      }
      case "stale" -> {
        answer("00000000-0000-0000-0000-000000000000", "1");
        answer(id, "2");
      }
      case "gated" -> {
        awaitFile("go");
        answer(id, "\"" + id + "\"");
      }
      case "kill" -> {
        var _ = new ProcessBuilder("sh", "-c", "kill -9 $PPID").start();
        forever();
      }
      case "exit" -> Runtime.getRuntime().halt(3);
      case "forget" -> {} // asks for its next call
      case "deaf" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(TestClient::forever));
        System.out.println("deaf now");
        forever();
      }
      case "wait" -> forever();
      default -> throw new IllegalArgumentException(what);
    }
  }

  private TestStream stream(String id, String... parts) throws IOException {
    var stream = TestStream.begin(System.getenv("AWS_LAMBDA_RUNTIME_API"), id);
    for (var part : parts) {
      stream.part(part);
    }
    return stream;
  }

  private static void awaitFile(String name) {
    while (!Files.exists(Path.of(System.getenv("LAMBDA_TASK_ROOT"), name))) {
      Thread.onSpinWait();
    }
  }

  private static void writeLater() {
    awaitFile("go");
    try {
      Files.createFile(Path.of(System.getenv("TMPDIR"), "later"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String look() throws IOException {
    var tmp = Path.of("/tmp/written");
    var layer = Path.of("/opt/fonts/sans");
    return "%s %s %s %s"
        .formatted(
            Path.of("").toAbsolutePath(),
            Files.exists(tmp) ? Files.readString(tmp) : "-",
            Files.exists(layer) ? Files.readString(layer) : "-",
            Files.isDirectory(Path.of("/var/lib")));
  }

  private static void forever() {
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException _) {
        // deaf
      }
    }
  }

  private void answer(String id, String output) throws Exception {
    post("invocation/" + id + "/response", output);
  }

  private void post(String path, String body) throws Exception {
    var sent =
        http.send(
            request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding());
    statuses.add(sent.statusCode());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path));
  }
}
