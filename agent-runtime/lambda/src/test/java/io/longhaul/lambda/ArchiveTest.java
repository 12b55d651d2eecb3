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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThatThrownBy(() -> Archive.unpack(zip("lib/deep/file"), into))
        .hasMessageContaining("lib/deep/file leads outside");
    assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
  }

  @Test
  void linksOfAFolderStayLinks() throws IOException {
    var layer = Files.createDirectory(folder.resolve("layer"));
    Files.createDirectories(layer.resolve("lib/store/paint"));
    Files.writeString(layer.resolve("lib/store/paint/index.js"), "content");
    Files.createSymbolicLink(layer.resolve("lib64"), Path.of("lib"));
    Files.createSymbolicLink(layer.resolve("lib/paint"), Path.of("../lib64/store/paint"));
    Files.createSymbolicLink(layer.resolve("lib/main.js"), Path.of("paint/index.js"));
    Archive.unpack(layer, into);
    assertThat(into.resolve("lib64")).isSymbolicLink().isDirectoryContaining("glob:**/store");
    assertThat(into.resolve("lib/paint")).isSymbolicLink();
    assertThat(into.resolve("lib64/paint/index.js")).hasContent("content");
    assertThat(into.resolve("lib/main.js")).isSymbolicLink().hasContent("content");

    Archive.unpack(layer, into);
    assertThat(into.resolve("lib64/main.js")).hasContent("content");
  }

  @Test
  void folderThatIsALinkItselfIsCopied() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("layer")).resolve("file"), "content");
    Archive.unpack(Files.createSymbolicLink(folder.resolve("link"), Path.of("layer")), into);
    assertThat(into.resolve("file")).hasContent("content");
  }

  @ParameterizedTest
  @CsvSource({
    "../outside, leads outside",
    "sub/../../outside, leads outside",
    "/nowhere/file, absolute name /nowhere/file"
  })
  void linkOfAFolderThatLeadsOutsideIsRefused(String to, String why) throws IOException {
    Files.writeString(folder.resolve("outside"), "secret");
    var layer = Files.createDirectory(folder.resolve("layer"));
    Files.createSymbolicLink(layer.resolve("evil"), Path.of(to));
    assertThatThrownBy(() -> Archive.unpack(layer, into))
        .isInstanceOf(UnusableFunction.class)
        .hasMessageContainingAll(layer.toString(), "evil", why);
    assertThat(into).isEmptyDirectory();
  }

  @Test
  void nothingOfAFolderIsWrittenThroughALinkOfAnEarlierLayer() throws IOException {
    Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(into.resolve("lib"), folder.resolve("elsewhere"));
    var layer = folder.resolve("layer");
    Files.createDirectories(layer.resolve("lib/deep"));
    Files.writeString(layer.resolve("lib/deep/file"), "x");
    assertThatThrownBy(() -> Archive.unpack(layer, into)).hasMessageContaining("leads outside");
    assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
  }

  @Test
  void linkThroughAnotherLinkDoesNotLeadOutside() throws IOException {
    var layer = Files.createDirectories(folder.resolve("layer/a/b")).getParent().getParent();
    Files.createSymbolicLink(layer.resolve("a/b/up"), Path.of("../.."));
    Files.createSymbolicLink(layer.resolve("out"), Path.of("a/b/up/.."));
    Archive.unpack(layer, into);
    assertThat(into.resolve("out").toRealPath()).isEqualTo(into.resolve("a/b").toRealPath());
  }

  @Test
  void linkBesideAnEarlierLayersLinkDoesNotLeadOutside() throws IOException {
    var first = Files.createDirectories(folder.resolve("first/a/b")).getParent().getParent();
    Files.createSymbolicLink(first.resolve("a/b/up"), Path.of("../.."));
    Archive.unpack(first, into);
    var second = Files.createDirectories(folder.resolve("second/a/b/up")).getParent();
    Files.createSymbolicLink(second.resolve("up/out"), Path.of("../x"));
    assertThatThrownBy(() -> Archive.unpack(folder.resolve("second"), into))
        .hasMessageContaining("leads outside");
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
