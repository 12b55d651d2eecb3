package io.longhaul.lambda.instances;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the processes of one instance run: what they see, and their environment.
 *
 * @param real where things stand on the machine
 * @param seen where the processes find them
 */
record Room(Workshop shop, Seen real, Seen seen, Map<String, String> environment) {

  /** A script that starts a runtime in its own way: monitoring vendors bring one in a layer. */
  private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

  static Room of(Workshop shop, int number, Path tmp, String runtimeApi) {
    var real = new Seen(shop.blueprint().code(), shop.blueprint().layers(), tmp);
    var seen = shop.isolation().seen(real);
    return new Room(shop, real, seen, Surroundings.of(shop.blueprint(), runtimeApi, number, seen));
  }

  /** The command of the function's client. */
  List<String> function() {
    var language = shop.blueprint().language();
    var command = language.command(seen, shop.blueprint().handler());
    var wrapper = environment.get(WRAPPER);
    if (wrapper == null || wrapper.isEmpty() || language instanceof Language.Provided) {
      return command;
    }
    var wrapped = new ArrayList<>(List.of(seen.path(wrapper)));
    wrapped.addAll(command);
    return wrapped;
  }

  /** The names of the extensions that the layers bring, and that can be run. */
  List<String> extensions() throws IOException {
    var folder = real.opt().resolve("extensions");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  /** The command of an extension. */
  List<String> extension(String name) {
    return List.of(seen.opt().resolve("extensions").resolve(name).toString());
  }

  Process start(List<String> command) throws IOException, InterruptedException {
    var needed = shop.blueprint().language().needed();
    var process =
        shop.spawner()
            .start(shop.isolation().wrap(command, real, needed), environment, real.task());
    process.getOutputStream().close();
    return process;
  }
}
