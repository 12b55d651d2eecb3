package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.longhaul.lifecycle.StartFailure;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRootTest {

  @TempDir private Path folder;

  @Test
  void manifestOfTheFolderGoesBeforeTheOneInAJar() throws IOException {
    try (var jar = jar(manifest("packed"))) {
      var root = new TaskRoot(folder, "dev", jar);
      assertThat(root.manifest().name()).isEqualTo("packed");
      Files.writeString(folder.resolve("agent.yaml"), manifest("beside"));
      assertThat(root.manifest().name()).isEqualTo("beside");
    }
  }

  @Test
  void withoutAManifestItSaysWhereItLooked() throws IOException {
    try (var none = new URLClassLoader(new URL[0], null)) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(new TaskRoot(folder, "dev", none)::manifest)
          .withMessageContaining("no agent.yaml in " + folder);
    }
  }

  private URLClassLoader jar(String manifest) throws IOException {
    var file = folder.resolve("agent.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new JarEntry("agent.yaml"));
      out.write(manifest.getBytes(StandardCharsets.UTF_8));
    }
    return new URLClassLoader(new URL[] {file.toUri().toURL()}, null);
  }

  private static String manifest(String name) {
    return "manifest: 1\nname: %s\nversion: 1.0.0\ndescription: x\nhandler: a.B\n".formatted(name);
  }
}
