package io.longhaul.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.config.Config;
import io.longhaul.lambda.instances.Language;
import io.longhaul.lambda.instances.Seen;
import io.longhaul.manifest.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionTest {

  private static final String OWN_ONLY = "--enable-native-access=ALL-UNNAMED";

  @TempDir private Path temporary;
  private Path folder;
  private Path home;

  @BeforeEach
  void make() throws IOException {
    folder = temporary.toRealPath();
    home = folder.resolve("client");
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("bin"));
  }

  @Test
  void runsOnTheJavaThatWasFoundForItsRuntime() throws IOException {
    var jdk = folder.resolve("jdk-8");
    var program = Files.createFile(Files.createDirectories(jdk.resolve("bin")).resolve("java"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(home.resolve("bin/java8.al2"), program);

    var java = language("java8.al2");

    assertThat(command(java)).startsWith(program.toString()).doesNotContain(OWN_ONLY);
    assertThat(java.needed()).containsExactly(home, jdk);
    assertThat(command(language("java11"))).doesNotContain(program.toString());
  }

  @Test
  void runsOnTheServicesOwnJavaWhereNoneWasFoundOrItIsGone() throws IOException {
    var own = Path.of(System.getProperty("java.home"));
    Files.createSymbolicLink(home.resolve("bin/java17"), folder.resolve("gone/bin/java"));
    for (var runtime : List.of("java17", "java21")) {
      var java = language(runtime);
      assertThat(command(java)).startsWith(own + "/bin/java").contains(OWN_ONLY);
      assertThat(java.needed()).containsExactly(home, own);
    }
  }

  private static List<String> command(Language language) {
    return language.command(new Seen(Path.of("/t"), Path.of("/o"), Path.of("/tmp")), "a.B");
  }

  private Language language(String runtime) throws IOException {
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: tested
        version: 1.0.0
        description: Is never started
        runtime: %s
        handler: a.B
        code: client
        """
            .formatted(runtime));
    var manifest = new ManifestReader().read(folder, "local");
    var settings = new LambdaSettings(home, folder.resolve("scratch"), Map.of());
    return Function.blueprint(manifest, new Config(Map.of(), List.of()), settings).language();
  }
}
