package io.longhaul.app;

import io.longhaul.cli.api.FakeService;
import io.longhaul.cli.service.ServiceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands in for the service where this module's tests start one: it cannot see the real one. */
public final class Main {

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = List.of(arguments);
    var data = Path.of(options.get(options.indexOf("--data") + 1));
    var manifest = Files.readString(Path.of(options.get(options.indexOf("--manifest") + 1)));
    if (manifest.contains("will not start")) {
      System.out.println("It will not start.");
      System.exit(78);
    }
    Files.createDirectories(data);
    var service = new FakeService();
    Files.writeString(
        data.resolve(ServiceFile.NAME),
        "{\"pid\": %d, \"url\": \"%s\"}".formatted(ProcessHandle.current().pid(), service.url()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(42)));
    System.out.println("up " + ProcessHandle.current().pid() + " " + String.join(" ", options));
    Thread.currentThread().join();
  }

  private Main() {}
}
