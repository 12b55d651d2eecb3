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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The caches of a built tree, with real processes. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one build and one training for all
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AotCacheTest {

  private TreeCopy copy;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
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

  @Test
  void cacheOfTheCommandThatWasCutOffIsIgnoredAndMadeAnew() throws Exception {
    ended("./longhaul train-aot --wait");
    var cache = found(".longhaul/.build/tools.cli", ".aot");
    var whole = Files.size(cache);
    cutInHalf(cache);

    var check = copy.start("./longhaul manifest check 2>&1");
    assertThat(check.inputReader(UTF_8).readAllLines())
        .noneMatch(line -> line.contains("[aot]") || line.contains("shared spaces"));
    ended("./longhaul train-aot --wait");
    assertThat(Files.size(cache)).isGreaterThan(whole / 2 + 1);
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
    return found(".longhaul/.aot", System.mapLibraryName("sqlitejdbc"));
  }

  private Path cache() throws IOException {
    return found(".longhaul/.aot", ".aot");
  }

  private Path found(String under, String end) throws IOException {
    try (var files = Files.walk(copy.root().resolve(under))) {
      return files
          .filter(file -> file.toString().endsWith(end) && Files.isRegularFile(file))
          .findFirst()
          .orElseThrow();
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
