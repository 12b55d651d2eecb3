package io.longhaul.jobs.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.Json;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobState;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreFileTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("jobs.db");
  }

  private EmbeddedJobStore open() throws Exception {
    return EmbeddedJobStore.open(folder, CLOCK);
  }

  static Job job(int number) {
    var now = Instant.ofEpochMilli(1_700_000_000_000L + number);
    var id = new ExecutionId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    return new Job(
        id,
        JobState.QUEUED,
        0,
        0,
        3,
        0,
        0,
        0,
        1,
        null,
        false,
        null,
        now,
        now,
        null,
        null,
        null,
        null,
        null);
  }

  private void filled() throws Exception {
    try (var store = open()) {
      IntStream.range(0, 300).forEach(i -> store.create(job(i), Json.of("\"input\""), null));
    }
  }

  @Test
  void openWhenClosedBeforeFindsWhatWasStored() throws Exception {
    filled();
    try (var store = open()) {
      assertThat(store.find(job(299).id())).contains(job(299));
    }
  }

  @Test
  void openWhenNewKeepsEverythingPrivate() throws Exception {
    var inner = folder.resolve("a/b");
    try (var store = EmbeddedJobStore.open(inner, CLOCK)) {
      store.create(job(1), Json.of("1"), null);
      assertThat(rights(inner)).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(inner)) {
        assertThat(files).allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void openWhenTheFolderIsTakenNamesFolderAndProcess() throws Exception {
    try (var store = open()) {
      store.create(job(1), Json.of("1"), null);
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreUnusable.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      // The refused attempt must not have dropped the lock.
      assertThatThrownBy(this::open).isInstanceOf(StoreUnusable.class);
      assertThat(store.find(job(1).id())).isPresent();
    }
  }

  @Test
  void openWhenTheFileIsNoDatabaseLeavesItAlone() throws Exception {
    Files.writeString(file(), "my diary, ".repeat(1000));
    var before = Files.readAllBytes(file());
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("not a SQLite database")
        .hasMessageContaining("Move it");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void openWhenRefusedKeepsTheMarkThatMakesTheNextOneLookAtEveryPage() throws Exception {
    Files.writeString(file(), "my diary, ".repeat(1000));
    assertThatThrownBy(this::open).isInstanceOf(StoreUnusable.class);
    assertThat(folder.resolve("jobs.pid")).exists();
  }

  @Test
  void closeWhenRepeatedLeavesTheNextOwnersFilesAlone() throws Exception {
    var first = open();
    first.close();
    try (var second = open()) {
      first.close();
      assertThat(folder.resolve("jobs.pid")).exists();
      assertThat(second.find(job(1).id())).isEmpty();
    }
  }

  @Test
  void openWhenPagesAreDamagedLeavesThemAlone() throws Exception {
    filled();
    try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
      bytes.seek(4096 * 3);
      bytes.write(new byte[4096 * 4]);
    }
    var before = Files.readAllBytes(file());
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("is damaged");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void openWhenCutShortIsRefused() throws Exception {
    filled();
    try (var bytes = new RandomAccessFile(file().toFile(), "rw")) {
      bytes.setLength(4096 * 3);
    }
    assertThatThrownBy(this::open).isInstanceOf(StoreUnusable.class);
  }

  @Test
  void openWhenTheDatabaseIsAnotherProgramsIsRefused() throws Exception {
    try (var session = Session.writing(file())) {
      session.execute("CREATE TABLE songs (title TEXT)");
    }
    assertThatThrownBy(this::open).hasMessageContaining("another program");
  }

  @Test
  void openWhenTheFormatIsNewerNamesBothVersions() throws Exception {
    filled();
    try (var session = Session.writing(file())) {
      session.execute("PRAGMA user_version = 7");
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("format 7")
        .hasMessageContaining("up to " + Format.STEPS.size());
  }

  @Test
  void openWhenTheFormatIsOlderBacksUpAndMigrates() throws Exception {
    filled();
    var newer = followedBy(List.of("CREATE TABLE extra (n INTEGER)"));
    try (var store = EmbeddedJobStore.open(folder, CLOCK, newer)) {
      assertThat(store.find(job(7).id())).isPresent();
    }
    assertThat(version(file())).isEqualTo("" + newer.size());
    try (Stream<Path> files = Files.list(folder)) {
      var old = Format.STEPS.size();
      var copies = files.filter(path -> path.toString().contains("jobs-format" + old)).toList();
      assertThat(copies).hasSize(1);
      assertThat(version(copies.getFirst())).isEqualTo("" + old);
    }
  }

  @Test
  void openWhenAMigrationFailsLeavesTheOldFormat() throws Exception {
    filled();
    var broken = followedBy(List.of("CREATE TABLE extra (n)", "NONSENSE"));
    assertThatThrownBy(() -> EmbeddedJobStore.open(folder, CLOCK, broken)).isNotNull();
    assertThat(version(file())).isEqualTo("" + Format.STEPS.size());
    try (var store = open()) {
      assertThat(store.find(job(7).id())).isPresent();
    }
  }

  @Test
  void openWhenTheFileIsFromBeforeEventsKeepsItsJobs() throws Exception {
    try (var session = Session.writing(file())) {
      for (var statement : Format.STEPS.getFirst()) {
        session.execute(statement);
      }
      session.execute(
          """
          INSERT INTO jobs (id, state, attempt, failures, max_failures, lost_leases, fence, beat,
            version, cancel_requested, due_at, created_at)
          VALUES (x'01900000000070008000000000000007', 0, 0, 0, 3, 0, 0, 0, 1, 0,
            1700000000007, 1700000000007)\
          """);
      session.execute("PRAGMA application_id = " + Format.APPLICATION);
      session.execute("PRAGMA user_version = 1");
    }
    try (var store = open()) {
      assertThat(store.find(job(7).id())).contains(job(7));
      assertThat(store.unfinished(10, null)).containsExactly(job(7));
    }
  }

  /** The steps to a format that comes after ours. */
  private static List<List<String>> followedBy(List<String> step) {
    return Stream.concat(Format.STEPS.stream(), Stream.of(step)).toList();
  }

  private static String version(Path file) throws Exception {
    try (var session = Session.looking(file)) {
      return session.ask("PRAGMA user_version");
    }
  }

  private static String rights(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
