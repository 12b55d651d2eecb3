package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bean that is a function, under Spring Cloud Function's own handler, fetched and built here. */
@Tag("slow")
@Timeout(300)
class SpringFunctionTest {

  private static final String COPY =
      "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies";

  private static final Path MAVEN = Path.of("../../mvnw").toAbsolutePath().normalize();

  @TempDir private static Path folder;
  private static Path home;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void build() throws Exception {
    code();
    home = client();
  }

  @Test
  void eventIsTheBeansArgument() throws Exception {
    try (var service = start("")) {
      assertThat(post(service, "/execute", "{\"name\": \"Ada\"}").body())
          .contains("\"text\":\"Welcome, Ada\"");
    }
  }

  @Test
  void exceptionNamesItselfAndEndsItsCallOnly() throws Exception {
    try (var service = start("")) {
      assertThat(post(service, "/execute", "{\"name\": \"\"}").body()).contains("nobody there");
      assertThat(post(service, "/execute", "{\"name\": \"Ada\"}").body()).contains("\"calls\":2");
    }
  }

  @Test
  void bodyOfARequestIsTheBeansArgument() throws Exception {
    try (var service = start("http: {event: api-gateway-v2}")) {
      var answer = post(service, "/guests", "{\"name\": \"Grace\"}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"text\":\"Welcome, Grace\",\"calls\":1}");
      assertThat(post(service, "/guests", "{\"name\": \"\"}").statusCode()).isEqualTo(500);
    }
  }

  private static Service start(String more) throws IOException {
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: tested-in-spring
        version: 1.0.0
        description: Welcomes guests
        runtime: java21
        handler: org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest
        code: src
        env: {MAIN_CLASS: example.Greeting}
        resources: {memory: 1GB}
        %s
        """
            .formatted(more));
    return new AgentFolder(folder).start("--runtime", home.toString());
  }

  private HttpResponse<String> post(Service service, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** As it would be zipped for Lambda: classes, and jars in lib. */
  private static void code() throws Exception {
    var project = Files.createDirectory(folder.resolve("project"));
    copy("pom.xml", project);
    copy("Greeting.java", Files.createDirectories(project.resolve("src/main/java/example")));
    var code = Files.createDirectory(folder.resolve("src"));
    var jars = "-DoutputDirectory=" + code.resolve("lib");
    var fetched = maven(project, COPY, jars);
    assumeThat(fetched.code())
        .as("skipped: Spring Cloud Function cannot be fetched:\n%s", fetched.said())
        .isZero();
    var compiled = maven(project, "compile");
    assertThat(compiled.code()).as(compiled.said()).isZero();
    Files.move(project.resolve("target/classes/example"), code.resolve("example"));
  }

  private static void copy(String file, Path into) throws IOException {
    try (var bytes = SpringFunctionTest.class.getResourceAsStream("spring/" + file)) {
      Files.copy(Objects.requireNonNull(bytes), into.resolve(file));
    }
  }

  private record Ended(int code, String said) {}

  private static Ended maven(Path project, String... words)
      throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of(MAVEN.toString(), "--batch-mode", "--quiet"));
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /** AWS's client with what it needs, which is on the class path of these tests. */
  private static Path client() throws IOException {
    var home = Files.createDirectory(folder.resolve("home"));
    var library = "/jni/libaws-lambda-jni.linux-%s.so".formatted(machine());
    try (var bytes = AWSLambda.class.getResourceAsStream(library)) {
      Files.copy(Objects.requireNonNull(bytes), home.resolve("libaws-lambda-jni.so"));
    }
    var jars = Files.createDirectory(home.resolve("lib"));
    for (var entry : System.getProperty("java.class.path").split(":", -1)) {
      if (entry.matches(".*/(aws-lambda-java|utils-lite)-[^/]*\\.jar")) {
        Files.copy(Path.of(entry), jars.resolve(Path.of(entry).getFileName()));
      }
    }
    return home;
  }

  private static String machine() {
    return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
  }
}
