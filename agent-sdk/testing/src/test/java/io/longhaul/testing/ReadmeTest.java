package io.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void readmeShowsTheLinesThatAreTested() throws IOException {
    var test = Files.readString(Path.of("src/test/java/io/longhaul/testing/AgentTesterTest.java"));
    var lines =
        test.substring(
                test.indexOf("// six lines\n") + "// six lines\n".length(),
                test.indexOf("\n    // end of six lines"))
            .stripIndent();
    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + lines + "\n```");
  }
}
