package io.longhaul.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.manifest.binding.Binder;
import io.longhaul.manifest.binding.ReferenceWriter;
import io.longhaul.manifest.binding.SchemaWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON Schema and reference are committed; these tests write them, or fail when they are stale. */
class GeneratedFilesTest {

  static final Path SCHEMA = Path.of("schema", "agent.schema.json");

  private static final Path REFERENCE = Path.of("..", "..", "docs", "reference", "manifest.md");

  private static final String COMMAND =
      "./mvnw -pl agent-sdk/manifest test -Dtest=GeneratedFilesTest -Dupdate.generated=true";

  private final Binder<Manifest> binder = new Binder<>(Manifest.class, Notations.ALL);

  @Test
  void schemaWhenKeysHaveChangedIsWrittenAnew() throws IOException {
    var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    var schema =
        SchemaWriter.write(binder, Overlays.KEY, Overlays.NAME, List.copyOf(Overlays.FIXED));
    assertCurrent(SCHEMA, json.writeValueAsString(schema).replace("\r\n", "\n") + "\n");
  }

  @Test
  void referenceWhenKeysHaveChangedIsWrittenAnew() throws IOException {
    var intro = Manifests.resource("reference-intro.md");
    var page =
        intro.replace("COMMAND", COMMAND).replace("EXAMPLE\n", Manifests.golden())
            + ReferenceWriter.write(binder);
    assertCurrent(REFERENCE, page);
  }

  private static void assertCurrent(Path file, String content) throws IOException {
    if (Boolean.getBoolean("update.generated")) {
      Files.createDirectories(file.toAbsolutePath().normalize().getParent());
      Files.writeString(file, content);
    }
    assertThat(file)
        .as("%s is stale. Write it anew: %s", file, COMMAND)
        .content()
        .isEqualTo(content);
  }
}
