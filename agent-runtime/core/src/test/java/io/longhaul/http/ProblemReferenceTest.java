package io.longhaul.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** Holds docs/reference/problems.md against the code. */
class ProblemReferenceTest {

  @Test
  void referenceIsAsTheCodeIs() throws IOException {
    Path file = root().resolve("docs/reference/problems.md");
    if (Boolean.getBoolean("reference.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, reference());
    }
    assertThat(file).as("stale; run this test with -Dreference.write=true").hasContent(reference());
  }

  private static String reference() {
    var text =
        new StringBuilder(
            """
            # Problems

            Every error is `application/problem+json` (RFC 9457). `type` never changes; `detail` says what was wrong and what to do.
            Beside them stand `success: false` and `error` (the same text as `detail`), and `field` and `execution_id` where they apply.

            | status | type | meaning |
            |---|---|---|
            """);
    Arrays.stream(ProblemType.values())
        .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::word))
        .forEach(type ->
            text.append(
                "| %d | `%s` | %s |%n".formatted(type.status(), type.uri(), type.meaning())));
    return text.toString();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
