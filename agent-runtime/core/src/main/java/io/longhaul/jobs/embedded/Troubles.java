package io.longhaul.jobs.embedded;

import io.longhaul.jobs.Refused;
import java.nio.file.Path;
import org.sqlite.SQLiteException;

/** Says what it means for callers that SQLite could not do something. */
final class Troubles {

  private final Path file;

  Troubles(Path file) {
    this.file = file;
  }

  RuntimeException away(Throwable cause) {
    return switch (cause) {
      case SQLiteException e -> new Refused.StoreAway(sentence(e), e);
      case RuntimeException e -> e;
      default -> new Refused.StoreAway("The job store " + file + " failed: " + cause, cause);
    };
  }

  Refused.StoreAway closed() {
    return new Refused.StoreAway(
        "The job store " + file + " is closed, because the service stops",
        new IllegalStateException("closed"));
  }

  private String sentence(SQLiteException e) {
    return switch (e.getResultCode()) {
      case SQLITE_FULL ->
          "The disk that holds the job store "
              + file
              + " is full: free some space, and work goes on; what was accepted is safe";
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          "The job store " + file + " is damaged: stop the service and put a backup in its place";
      case SQLITE_READONLY, SQLITE_READONLY_DBMOVED, SQLITE_PERM, SQLITE_CANTOPEN ->
          "The job store " + file + " cannot be written: check who owns it and its folder";
      default -> "The job store " + file + " failed: " + e.getMessage();
    };
  }
}
