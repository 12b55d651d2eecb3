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
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
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

  @Test
  void linkStaysALink() throws IOException {
    Archive.unpack(linked("libfoo.so", "lib/libfoo.so.1"), into);
    assertThat(into.resolve("libfoo.so")).isSymbolicLink().hasContent("content");
  }

  @Test
  void linkThatLeadsOutsideIsRefused() {
    assertThatThrownBy(() -> Archive.unpack(linked("evil", "../../outside"), into))
        .hasMessageContaining("evil leads outside");
    assertThatThrownBy(() -> Archive.unpack(linked("evil", "/etc/passwd"), into))
        .hasMessageContaining("absolute name /etc/passwd");
  }

  @Test
  void nothingIsWrittenThroughALinkOfAnEarlierLayer() throws IOException {
    Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(into.resolve("lib"), folder.resolve("elsewhere"));
    assertThatThrownBy(() -> Archive.unpack(zip("lib/file"), into))
        .hasMessageContaining("lib/file leads outside");
    assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
  }

  private Path linked(String name, String to) throws IOException {
    var zip = folder.resolve("linked.zip");
    try (var out = new ZipArchiveOutputStream(zip)) {
      out.putArchiveEntry(new ZipArchiveEntry("lib/libfoo.so.1"));
      out.write("content".getBytes(UTF_8));
      out.closeArchiveEntry();
      var link = new ZipArchiveEntry(name);
      link.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
      out.putArchiveEntry(link);
      out.write(to.getBytes(UTF_8));
      out.closeArchiveEntry();
    }
    return zip;
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
