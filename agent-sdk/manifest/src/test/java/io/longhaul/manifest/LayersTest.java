package io.longhaul.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersTest {

  @TempDir private Path folder;

  @Test
  void extensionsInAFolderWantOneInstance() throws Exception {
    Files.createDirectories(folder.resolve("layer/extensions"));
    Files.createFile(folder.resolve("layer/extensions/watcher"));
    assertThatThrownBy(() -> read(2))
        .hasMessageContaining("instances: found 2 instances beside the extensions of layer");
    assertThat(read(1).instances()).isEqualTo(1);
  }

  @Test
  void extensionsInAZipWantOneInstance() throws Exception {
    zip("extensions/watcher");
    assertThatThrownBy(() -> read(2)).hasMessageContaining("scale by tasks, or by concurrency");
  }

  @Test
  void otherLayersWantNothing() throws Exception {
    assertThat(read(2).instances()).isEqualTo(2);
    zip("python/extensions/library.py");
    assertThat(read(2).instances()).isEqualTo(2);
  }

  private void zip(String name) throws Exception {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("layer")))) {
      zip.putNextEntry(new ZipEntry(name));
    }
  }

  private Manifest read(int instances) {
    var yaml =
        Manifests.LEAST
            + "runtime: python3.13\ncode: src\nlayers: [layer]\ninstances: "
            + instances;
    return new ManifestReader().parse(yaml, folder, "prod");
  }
}
