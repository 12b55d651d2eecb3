package io.longhaul.cli.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code sample/site}, served on loopback while a sample runs, so that a sample works
 * offline. Two files in it are instructions and are not served: {@code _redirects}, lines of {@code
 * FROM TO STATUS}, and {@code _delays}, lines of {@code PATH 1500ms}.
 */
public final class SampleSite implements AutoCloseable {

  private final Path folder;
  private final Map<String, SiteRules.Redirect> redirects;
  private final Map<String, Duration> delays;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Serves a folder on a free port until closed. */
  public SampleSite(Path folder) {
    try {
      this.folder = folder.toRealPath();
      this.redirects = SiteRules.redirects(folder.resolve("_redirects"));
      this.delays = SiteRules.delays(folder.resolve("_delays"));
      var loopback = InetAddress.getLoopbackAddress();
      this.server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new Refusal(Exit.FAILED, "Cannot serve the sample's site " + folder + ": " + e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its address, without a final slash. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      pause(delays.getOrDefault(path, Duration.ZERO));
      var redirect = redirects.get(path);
      if (redirect != null) {
        exchange.getResponseHeaders().set("Location", redirect.to());
        exchange.sendResponseHeaders(redirect.status(), -1);
        return;
      }
      var file = file(path);
      send(exchange, file == null ? 404 : 200, file);
    }
  }

  private static void send(HttpExchange exchange, int status, @Nullable Path file)
      throws IOException {
    var body =
        file == null ? "Not found\n".getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(file);
    exchange.getResponseHeaders().set("Content-Type", file == null ? "text/plain" : type(file));
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** The file behind a path; null for anything that is not a plain file inside the folder. */
  private @Nullable Path file(String path) throws IOException {
    var name = path.endsWith("/") ? path + "index.html" : path;
    var file = folder.resolve(name.substring(1)).normalize();
    if (!Files.isRegularFile(file) || file.getFileName().toString().startsWith("_")) {
      return null;
    }
    // The real path, so that neither dots nor a link lead outside.
    return file.toRealPath().startsWith(folder) ? file : null;
  }

  private static String type(Path file) {
    var name = file.toString();
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "json" -> "application/json";
      case "xml" -> "application/xml";
      case "txt" -> "text/plain; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "pdf" -> "application/pdf";
      default -> "application/octet-stream";
    };
  }

  private static void pause(Duration delay) throws IOException {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      throw new IOException("The sample ended", e);
    }
  }
}
