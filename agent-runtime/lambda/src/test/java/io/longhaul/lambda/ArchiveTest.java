package io.longhaul.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @TempDir private Path folder;
  private Path into;

  @BeforeEach
  void make() throws IOException {
    into = Files.createDirectory(folder.resolve("into"));
  }

  @Test
  void zipKeepsWhatIsExecutable() throws IOException {
    var zip = folder.resolve("code.zip");
    var options = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (var made = FileSystems.newFileSystem(zip, options)) {
      var bootstrap = Files.writeString(made.getPath("/bootstrap"), "#!/bin/sh");
      Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.createDirectory(made.getPath("/lib"));
      Files.writeString(made.getPath("/lib/data"), "1");
    }
    Archive.unpack(zip, into);
    assertThat(into.resolve("bootstrap")).isExecutable();
    assertThat(into.resolve("lib/data")).hasContent("1").isReadable();
  }

  @Test
  void laterLayerStandsOverAnEarlierOne() throws IOException {
    for (var text : new String[] {"one", "two"}) {
      var layer = Files.createDirectories(folder.resolve(text + "/python"));
      Files.writeString(layer.resolve("same.py"), text);
      Files.writeString(layer.resolve(text + ".py"), text);
      Archive.unpack(folder.resolve(text), into);
    }
    assertThat(into.resolve("python/same.py")).hasContent("two");
    assertThat(into.resolve("python/one.py")).hasContent("one");
  }

  @Test
  void nameThatLeadsOutsideIsRefused() throws IOException {
    assertThatThrownBy(() -> Archive.unpack(zip("../outside"), into))
        .isInstanceOf(UnusableFunction.class)
        .hasMessageContaining("cannot be unpacked");
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @Test
  void absoluteNameIsRefused() throws IOException {
    assertThatThrownBy(() -> Archive.unpack(zip("/absolute/file"), into))
        .isInstanceOf(UnusableFunction.class)
        .hasMessageContaining("absolute name /absolute/file");
    assertThat(into).isEmptyDirectory();
  }

  @Test
  void whatIsMissingOrNoZipIsToldByItsPath() throws IOException {
    var text = Files.writeString(folder.resolve("code.zip"), "no zip");
    assertThatThrownBy(() -> Archive.unpack(text, into)).hasMessageContaining("code.zip");
    assertThatThrownBy(() -> Archive.unpack(folder.resolve("gone"), into))
        .hasMessageContaining("gone is not there");
  }

  private Path zip(String name) throws IOException {
    var zip = folder.resolve("layer.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(name));
      out.write("x".getBytes(UTF_8));
    }
    return zip;
  }
}
