package io.longhaul.jobs.embedded;

import io.longhaul.handler.Json;
import io.longhaul.jobs.Creation;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobCounts;
import io.longhaul.jobs.JobState;
import io.longhaul.jobs.JobStore;
import io.longhaul.jobs.KeyUse;
import io.longhaul.jobs.Value;
import io.longhaul.jobs.ValueKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Jobs in one SQLite file. A change is on disk (write-ahead log, synchronous=FULL) when its call
 * returns, so a power cut loses nothing that was acknowledged. The folder belongs to one process,
 * which its lock proves, so the leases of every other owner are void.
 */
public final class EmbeddedJobStore implements JobStore {

  private final FolderLock lock;
  private final Writer writer;
  private final Readers readers;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedJobStore(FolderLock lock, Writer writer, Readers readers) {
    this.lock = lock;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens the store of a data folder, which is created if need be.
   *
   * @throws StoreUnusable if another process holds it, its file is damaged, foreign or newer, or it
   *     cannot be written
   * @throws IOException if the folder cannot be created
   */
  public static EmbeddedJobStore open(Path folder, Clock clock) throws IOException {
    return open(folder, clock, Format.STEPS);
  }

  static EmbeddedJobStore open(Path folder, Clock clock, List<List<String>> steps)
      throws IOException {
    PrivateFiles.createFolder(folder);
    var path = folder.resolve("jobs.db");
    try {
      var lock = FolderLock.take(folder);
      try {
        var file = new StoreFile(path, clock, steps);
        file.check(lock.leftBehind());
        var session = file.open();
        var troubles = new Troubles(path);
        return new EmbeddedJobStore(
            lock, new Writer(session, troubles), new Readers(path, troubles));
      } catch (IOException | SQLException | RuntimeException e) {
        lock.abandon(); // what was refused once must not be believed the next time
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreUnusable(String.valueOf(new Troubles(path).away(e).getMessage()), e);
    } catch (IOException e) {
      throw new StoreUnusable(
          "%s cannot be written: %s; is the disk full, or the folder somebody else's?"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  @Override
  public Creation create(Job job, Json input, @Nullable KeyUse key) {
    return writer.write(session -> Changes.create(session, job, input, key));
  }

  @Override
  public Optional<Job> replace(Job seen, Job next, @Nullable Value value) {
    return writer.write(session -> Changes.replace(session, seen, next, value));
  }

  @Override
  public int deleteExpired(Instant now, int limit) {
    return writer.write(session -> Changes.deleteExpired(session, now, limit));
  }

  @Override
  public Optional<Job> find(ExecutionId id) {
    return readers.row(session -> Queries.find(session, id));
  }

  @Override
  public Optional<Json> value(ExecutionId id, ValueKind kind) {
    return readers.row(session -> Queries.value(session, id, kind));
  }

  @Override
  public List<Job> list(@Nullable JobState state, int limit, @Nullable ExecutionId before) {
    return readers.scan(session -> Queries.list(session, state, limit, before));
  }

  @Override
  public List<Job> unfinished(int limit, @Nullable ExecutionId after) {
    return readers.scan(session -> Queries.unfinished(session, limit, after));
  }

  @Override
  public JobCounts counts() {
    return readers.scan(Queries::counts);
  }

  /** Proves that it can write, by writing what is there already and waiting for the disk. */
  void writeProbe() {
    boolean _ = writer.write(EmbeddedJobStore::rewriteVersion);
  }

  private static boolean rewriteVersion(Session session) throws SQLException {
    session.execute("PRAGMA user_version = " + session.ask("PRAGMA user_version"));
    return true;
  }

  /** Commits since it was opened; changes that shared one count once. */
  public long commits() {
    return writer.commits();
  }

  @Override
  public boolean exclusive() {
    return true;
  }

  /** Repeating it has no effect: the folder may be another process's by then. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    readers.close();
    writer.close();
    try {
      lock.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The lock of the data folder could not be given back", e);
    }
  }
}
