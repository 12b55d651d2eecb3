package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import io.longhaul.handler.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A function as it would stand on Lambda, under AWS's own client for Java. */
@Timeout(120)
class JavaFunctionTest {

  @TempDir private Path folder;

  /** What a team would have written; found in the code folder, not on the client's class path. */
  public static final class Shouts implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> input, Context context) {
      if (input.containsKey("fail")) {
        throw new IllegalStateException("no luck");
      }
      return input.get("text").toUpperCase(Locale.ROOT) + " " + context.getAwsRequestId();
    }
  }

  @Test
  void unmodifiedHandlerRuns() throws Exception {
    try (var instances = start(2)) {
      var answer = instances.call("id-1", deadline(), Json.of("{\"text\": \"hello\"}"));
      assertThat(answer.toString()).isEqualTo("\"HELLO id-1\"");
      assertThatThrownBy(() -> instances.call("id-2", deadline(), Json.of("{\"fail\": \"\"}")))
          .hasMessage("no luck");
    }
  }

  private Instances start(int count) throws IOException {
    var home = Files.createDirectories(folder.resolve("home"));
    var library = AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-x86_64.so");
    try (library) {
      Files.copy(Objects.requireNonNull(library), home.resolve(Language.Java.NATIVE));
    }
    var jars = Files.createDirectories(home.resolve("lib"));
    for (var entry : System.getProperty("java.class.path").split(":", -1)) {
      if (entry.matches(".*/aws-lambda-java-[^/]*\\.jar")) {
        Files.copy(Path.of(entry), jars.resolve(Path.of(entry).getFileName()));
      }
    }
    var java = Path.of(System.getProperty("java.home"), "bin/java");
    var blueprint =
        new Blueprint(
            "tested",
            Shouts.class.getName(),
            code(),
            folder.resolve("layers"),
            new Language.Java(home, java, "java25", 64),
            96,
            1,
            Map::of,
            Map.of("PATH", "/usr/bin:/bin"),
            folder.resolve("tmp"));
    return new Instances(blueprint, count, 1, 1_000_000, Clock.systemUTC(), JsonMapper.shared());
  }

  private Path code() throws IOException {
    var name = Shouts.class.getName().replace('.', '/') + ".class";
    var target = folder.resolve("code").resolve(name);
    Files.createDirectories(target.getParent());
    try (var bytes = Shouts.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(bytes), target);
    }
    return folder.resolve("code");
  }

  private static Instant deadline() {
    return Instant.now().plusSeconds(60);
  }
}
