package io.longhaul.cli.aot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TreeCopy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The caches of a built tree, with real processes. */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AotCacheTest {

  @TempDir private Path folder;
  private TreeCopy copy;

  @BeforeEach
  void build() throws Exception {
    copy = TreeCopy.in(folder.resolve("a copy"), true);
    ended("./longhaul exec link-auditor --sample > report.json");
  }

  @Test
  void cacheIsUsedFromTheSecondStartOnAndMadeAnewWhenAPartIsMissingOrCutOff() throws Exception {
    ended("./longhaul train-aot --wait");
    assertThat(commandOfService()).contains("-XX:AOTCache=", "-Dorg.sqlite.lib.path=");

    Files.delete(library());
    assertThat(commandOfService()).doesNotContain("-XX:AOTCache=");
    ended("./longhaul train-aot --wait");

    cutInHalf(cache());
    assertThat(commandOfService()).doesNotContain("-XX:AOTCache=");
    ended("./longhaul train-aot --wait");
    assertThat(commandOfService()).contains("-XX:AOTCache=");
  }

  /** Starts a service, which must print nothing but what it always does, and stops it. */
  private String commandOfService() throws Exception {
    var service = copy.start("exec ./longhaul run link-auditor --port 0 2>&1");
    try {
      var said = TreeCopy.readTo(line -> line.contains(" serves on "), service.inputReader(UTF_8));
      assertThat(said).doesNotContainIgnoringCase("warning").doesNotContain("[error]");
      return Files.readString(Path.of("/proc", Long.toString(service.pid()), "cmdline"));
    } finally {
      service.toHandle().destroy();
      service.waitFor();
    }
  }

  private Path library() throws IOException {
    try (var files = Files.walk(copy.root().resolve(".longhaul/.aot"))) {
      return files.filter(file -> file.toString().contains("sqlitejdbc")).findFirst().orElseThrow();
    }
  }

  private Path cache() throws IOException {
    try (var files = Files.list(copy.root().resolve(".longhaul/.aot"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).findFirst().orElseThrow();
    }
  }

  private static void cutInHalf(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
  }

  private void ended(String line) throws Exception {
    assertThat(copy.start(line).waitFor()).as(line).isZero();
  }
}
