package io.longhaul.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A function for tests, which runs in a process of its own as a {@code bootstrap}. It answers the
 * event that it got as the body of an HTTP answer; or, byte for byte, what the request's header
 * x-answer holds in base64. The answers {@code fail} and {@code exit} it does itself.
 */
final class EchoFunction {

  private static final Pattern ANSWER =
      Pattern.compile("\"x-answer\":\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

  private EchoFunction() {}

  /** Puts it into a folder as code. */
  static void install(Path folder) throws IOException {
    var name = EchoFunction.class.getName().replace('.', '/') + ".class";
    var copy = folder.resolve(name);
    Files.createDirectories(copy.getParent());
    try (var bytes = EchoFunction.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(bytes), copy);
    }
    var bootstrap = folder.resolve("bootstrap");
    Files.writeString(
        bootstrap,
        """
        #!/bin/sh
        exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp "$LAMBDA_TASK_ROOT" %s
        """
            .formatted(System.getProperty("java.home"), EchoFunction.class.getName()));
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  public static void main(String[] args) throws IOException {
    var api =
        "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
    while (true) {
      var next = (HttpURLConnection) URI.create(api + "next").toURL().openConnection();
      byte[] event = next.getInputStream().readAllBytes();
      var id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
      byte[] answer = answer(event);
      var word = new String(answer, StandardCharsets.ISO_8859_1);
      if (word.equals("exit")) {
        Runtime.getRuntime().halt(3);
      }
      boolean fails = word.equals("fail");
      post(
          api + id + (fails ? "/error" : "/response"),
          fails
              ? "{\"errorType\":\"Odd\",\"errorMessage\":\"no luck\"}"
                  .getBytes(StandardCharsets.UTF_8)
              : answer);
    }
  }

  private static byte[] answer(byte[] event) {
    var told = ANSWER.matcher(new String(event, StandardCharsets.UTF_8));
    return told.find()
        ? Base64.getDecoder().decode(told.group(1))
        : ("{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},"
                + "\"isBase64Encoded\":true,\"body\":\""
                + Base64.getEncoder().encodeToString(event)
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
  }

  private static void post(String url, byte[] body) throws IOException {
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.getOutputStream().write(body);
    var _ = connection.getInputStream().readAllBytes();
  }
}
