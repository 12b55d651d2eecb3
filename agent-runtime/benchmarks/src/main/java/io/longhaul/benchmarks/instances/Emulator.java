package io.longhaul.benchmarks.instances;

import io.longhaul.benchmarks.measure.Child;
import io.longhaul.benchmarks.measure.Launcher;
import io.longhaul.benchmarks.measure.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS's Runtime Interface Emulator, on loopback only, with the clients that {@code ./longhaul run}
 * has installed before.
 */
final class Emulator {

  private Emulator() {}

  static Server start(Path program, Echo echo, Path folder)
      throws IOException, InterruptedException {
    int port = freePort();
    var code = echo.code(folder);
    var command = new ArrayList<String>();
    command.addAll(List.of("env", "--chdir=" + code, "LAMBDA_TASK_ROOT=" + code));
    command.addAll(List.of("PYTHONPATH=" + code, "_HANDLER=" + echo.handler()));
    // as AWS's images do; Python's client asks for its next call on another thread then
    command.add("AWS_EXECUTION_ENV=AWS_Lambda_" + echo.runtime());
    command.add(program.toAbsolutePath().toString());
    command.addAll(List.of("--runtime-interface-emulator-address", "127.0.0.1:" + port));
    command.addAll(List.of("--runtime-api-address", "127.0.0.1:" + freePort()));
    command.addAll(client(echo));
    var child = Child.start(command, folder.resolve("emulator.log"));
    for (int i = 0; i < 100 && !answers(port); i++) {
      Thread.sleep(100);
    }
    return Server.at(child, URI.create("http://127.0.0.1:" + port));
  }

  private static List<String> client(Echo echo) throws IOException {
    return switch (echo.name()) {
      case "python" ->
          List.of(
              installed("python").resolve("bin/python").toString(),
              "-m",
              "awslambdaric",
              echo.handler());
      case "node" -> {
        var home = installed(echo.runtime());
        yield List.of(
            home.resolve("bin/node").toString(),
            "--expose-gc",
            home.resolve("client/node_modules/.bin/aws-lambda-ric").toString(),
            echo.handler());
      }
      default -> java(echo);
    };
  }

  /** The same flags as an instance gets. */
  private static List<String> java(Echo echo) throws IOException {
    var home = installed("java");
    var client = "com.amazonaws.services.lambda.runtime.api.client";
    return List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-D" + client + ".runtimeapi.NativeClient.JNI=" + home.resolve("libaws-lambda-jni.so"),
        "-cp",
        home.resolve("lib") + "/*",
        client + ".AWSLambda",
        echo.handler());
  }

  private static Path installed(String language) throws IOException {
    var runtimes = Launcher.root().resolve(".longhaul/runtimes");
    try (var homes = Files.list(runtimes)) {
      return homes
          .filter(home -> home.getFileName().toString().startsWith(language))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow(() -> new IOException("no client for " + language + " in " + runtimes));
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
