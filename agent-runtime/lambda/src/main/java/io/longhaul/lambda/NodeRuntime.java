package io.longhaul.lambda;

import io.longhaul.lambda.instances.Language;
import io.longhaul.manifest.LambdaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Node as it is installed for this service.
 *
 * @param memory of an instance, in MB
 */
record NodeRuntime(LambdaRuntime runtime, int concurrency, int memory, LambdaSettings settings) {

  private static final Logger LOG = LoggerFactory.getLogger(NodeRuntime.class);

  /** Beside this class. */
  private static final String HOOKS = "imports.mjs";

  /**
   * How its processes are started.
   *
   * @throws UnusableFunction if something of it is not installed
   */
  Language language() {
    var home = settings.runtime().toAbsolutePath().normalize();
    var client = home.resolve("client/node_modules/aws-lambda-ric");
    if (!Files.isExecutable(home.resolve("bin/node")) || !Files.isDirectory(client)) {
      throw new UnusableFunction(
          "The Node runtime client is not installed in %s: start with ./longhaul run, which"
                  .formatted(home)
              + " installs it, or put node into its bin, aws-lambda-ric into client/node_modules"
              + " and the AWS SDK into sdk/node_modules");
    }
    try {
      if (concurrency > 1) {
        requireWorkers(client);
      }
      var links = Stream.of("bin/node", "client", "sdk").map(home::resolve).filter(Files::exists);
      return new Language.Node(
          home, hooks(), real(links.toList()), runtime.word(), memory, concurrency);
    } catch (IOException e) {
      throw new UnusableFunction("The Node runtime client in %s: %s".formatted(home, e));
    }
  }

  /** Version 3 takes no notice of concurrency. */
  private void requireWorkers(Path client) throws IOException {
    var description = Files.readString(client.resolve("package.json"));
    if (description.matches("(?s).*\"version\":\\s*\"[0-3]\\..*")) {
      throw new UnusableFunction(
          "concurrency: %d needs aws-lambda-ric 4 or later in %s: start with ./longhaul run, which"
                  .formatted(concurrency, client)
              + " installs it");
    }
    LOG.info(
        "With concurrency above 1 AWS's client for Node refuses handlers that take a callback"
            + " (three parameters): make them async, or write concurrency: 1 and more instances");
  }

  private Path hooks() throws IOException {
    var file = Files.createDirectories(settings.scratch()).resolve(HOOKS).toAbsolutePath();
    try (var hooks = NodeRuntime.class.getResourceAsStream(HOOKS)) {
      Files.copy(Objects.requireNonNull(hooks), file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static List<Path> real(List<Path> links) throws IOException {
    var real = new ArrayList<Path>();
    for (var link : links) {
      real.add(link.toRealPath());
    }
    return real;
  }
}
