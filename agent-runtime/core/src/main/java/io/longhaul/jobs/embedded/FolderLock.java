package io.longhaul.jobs.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Keeps a data folder for one process, and proves its earlier owner dead: the operating system
 * drops the lock with the process, however it dies. SQLite takes it, on an empty file of its own,
 * because a lock of java.nio is lost as soon as anything in this process closes the file, while
 * SQLite counts.
 */
final class FolderLock implements AutoCloseable {

  private final Session session;
  private final Path pid;
  private final boolean leftBehind;

  private FolderLock(Session session, Path pid, boolean leftBehind) {
    this.session = session;
    this.pid = pid;
    this.leftBehind = leftBehind;
  }

  static FolderLock take(Path folder) throws IOException, SQLException {
    var file = folder.resolve("jobs.lock");
    var pid = folder.resolve("jobs.pid");
    PrivateFiles.create(file);
    var session = Session.locking(file);
    try {
      session.execute("BEGIN EXCLUSIVE");
    } catch (SQLiteException e) {
      session.close();
      if (e.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) {
        throw taken(folder, pid);
      }
      throw e;
    }
    boolean leftBehind = Files.exists(pid);
    PrivateFiles.create(pid);
    Files.writeString(pid, Long.toString(ProcessHandle.current().pid()));
    return new FolderLock(session, pid, leftBehind);
  }

  /** Whether the earlier owner did not close the folder: killed, or its machine lost power. */
  boolean leftBehind() {
    return leftBehind;
  }

  /** Gives the folder back as it should be left. */
  @Override
  public void close() throws SQLException {
    try {
      Files.deleteIfExists(pid);
    } catch (IOException _) {
      // The next owner then looks twice at the file, no more.
    }
    session.close();
  }

  /** Gives the folder back so that its next owner looks at every page, as after a kill. */
  void abandon() throws SQLException {
    session.close();
  }

  private static StoreUnusable taken(Path folder, Path pid) {
    return StoreUnusable.takenBy(
        "The data folder "
            + folder
            + " is in use by "
            + owner(pid)
            + ": stop that process, or start this one with another folder (--data)");
  }

  private static String owner(Path pid) {
    try {
      return "process " + Files.readString(pid).strip();
    } catch (IOException _) {
      return "another process";
    }
  }
}
