package io.longhaul.jobs.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code jobs.db}: looked at without changing it before anything opens it for writing,
 * refused if it is not ours, damaged or newer, and brought to the current format after a backup if
 * it is older.
 */
final class StoreFile {

  private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** Larger files are only checked page by page after an end that was not clean: it takes time. */
  private static final long QUICKLY_CHECKED = 64L << 20;

  private final Path path;
  private final Clock clock;
  private final List<List<String>> steps;

  StoreFile(Path path, Clock clock, List<List<String>> steps) {
    this.path = path;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * Refuses what cannot be used.
   *
   * @param thorough look at every page, however many there are
   */
  void check(boolean thorough) throws IOException {
    if (!Files.exists(path) || Files.size(path) == 0) {
      return;
    }
    checkHeader();
    try (var session = Session.looking(path)) {
      checkOwner(session);
      if (thorough || Files.size(path) <= QUICKLY_CHECKED) {
        checkPages(session);
      }
    } catch (SQLException e) {
      throw damaged(e.toString(), e);
    }
  }

  /** Opens it for writing in the current format. */
  Session open() throws IOException, SQLException {
    PrivateFiles.create(path);
    var session = Session.writing(path);
    try {
      migrate(session);
      return session;
    } catch (IOException | SQLException | RuntimeException e) {
      session.close(); // which also rolls back
      throw e;
    }
  }

  private void checkHeader() throws IOException {
    try (var in = Files.newInputStream(path)) {
      if (!Arrays.equals(in.readNBytes(HEADER.length), HEADER)) {
        throw damaged("it is not a SQLite database", null);
      }
    }
  }

  private void checkOwner(Session session) throws SQLException {
    int application = Integer.parseInt(session.ask("PRAGMA application_id"));
    int version = version(session);
    boolean empty = "0".equals(session.ask("SELECT count(*) FROM sqlite_master"));
    if (application != Format.APPLICATION && !(application == 0 && version == 0 && empty)) {
      throw new StoreUnusable(
          path + " is a database of another program: use another data folder (--data)");
    }
    if (version > steps.size()) {
      throw new StoreUnusable(
          path
              + " has format "
              + version
              + ", and this version of Longhaul knows formats up to "
              + steps.size()
              + ": run the newer version, or use another data folder (--data)");
    }
  }

  private void checkPages(Session session) throws SQLException {
    var found = session.ask("PRAGMA quick_check(1)");
    if (!"ok".equals(found)) {
      throw damaged(found.lines().findFirst().orElse("unknown"), null);
    }
  }

  private StoreUnusable damaged(String found, @Nullable Throwable cause) {
    return new StoreUnusable(
        "The job store "
            + path
            + " is damaged ("
            + found
            + "). Nothing was changed. Move it and the files beside it away to start with an empty"
            + " store, or put a backup in its place; 'sqlite3 jobs.db .recover' may save what it"
            + " holds",
        cause);
  }

  private void migrate(Session session) throws IOException, SQLException {
    int version = version(session);
    if (version == steps.size()) {
      return;
    }
    if (version > 0) {
      backUp(session, version);
    }
    session.begin();
    for (var step : steps.subList(version, steps.size())) {
      for (var statement : step) {
        session.execute(statement);
      }
    }
    session.execute("PRAGMA application_id = " + Format.APPLICATION);
    session.execute("PRAGMA user_version = " + steps.size());
    session.commit();
  }

  private void backUp(Session session, int version) throws IOException, SQLException {
    var now = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    var backup = path.resolveSibling("jobs-format" + version + "-" + now.format(clock.instant()) + ".db");
    PrivateFiles.create(backup);
    session.execute("VACUUM INTO '" + backup.toString().replace("'", "''") + "'");
  }

  private static int version(Session session) throws SQLException {
    return Integer.parseInt(session.ask("PRAGMA user_version"));
  }
}
