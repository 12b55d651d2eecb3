package io.longhaul.jobs.embedded;

import io.longhaul.jobs.EventInvocation;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Failure;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.Progress;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as a row of the table, both ways. */
final class JobRow {

  /** What can change, in the order of {@link #bind}; {@code created_at} and {@code id} cannot. */
  static final String[] CHANGING = {
    "state",
    "attempt",
    "failures",
    "max_failures",
    "lost_leases",
    "fence",
    "beat",
    "version",
    "owner",
    "cancel_requested",
    "progress_fraction",
    "progress_message",
    "due_at",
    "started_at",
    "finished_at",
    "expires_at",
    "error_type",
    "error_message",
    "event_start_by",
    "event_begun",
    "record_due"
  };

  static final String COLUMNS = String.join(", ", CHANGING) + ", created_at, id";

  private JobRow() {}

  /**
   * Binds the changing columns from the first parameter on; answers the next parameter's number.
   */
  static int bind(PreparedStatement statement, Job job) throws SQLException {
    statement.setInt(1, Codes.of(job.state()));
    statement.setInt(2, job.attempt());
    statement.setInt(3, job.failures());
    statement.setInt(4, job.maxFailures());
    statement.setInt(5, job.lostLeases());
    statement.setLong(6, job.fence());
    statement.setLong(7, job.beat());
    statement.setLong(8, job.version());
    statement.setString(9, job.owner());
    statement.setInt(10, job.cancelRequested() ? 1 : 0);
    bind(statement, 11, job.progress());
    statement.setLong(13, job.dueAt().toEpochMilli());
    bind(statement, 14, job.startedAt());
    bind(statement, 15, job.finishedAt());
    bind(statement, 16, job.expiresAt());
    var error = job.error();
    statement.setString(17, error == null ? null : error.type());
    statement.setString(18, error == null ? null : error.message());
    bind(statement, 19, job.event());
    return 22;
  }

  /** Reads the current row of a query for {@link #COLUMNS}. */
  static Job read(ResultSet row) throws SQLException {
    return new Job(
        id(row.getBytes(23)),
        Codes.state(row.getInt(1)),
        row.getInt(2),
        row.getInt(3),
        row.getInt(4),
        row.getInt(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getString(9),
        row.getInt(10) == 1,
        progress(row),
        Instant.ofEpochMilli(row.getLong(22)),
        Instant.ofEpochMilli(row.getLong(13)),
        instant(row, 14),
        instant(row, 15),
        instant(row, 16),
        error(row),
        event(row));
  }

  /** Sixteen bytes that sort as ids do. */
  static byte[] bytes(ExecutionId id) {
    return ByteBuffer.allocate(16)
        .putLong(id.value().getMostSignificantBits())
        .putLong(id.value().getLeastSignificantBits())
        .array();
  }

  private static ExecutionId id(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    return new ExecutionId(new UUID(buffer.getLong(), buffer.getLong()));
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Progress progress)
      throws SQLException {
    if (progress == null) {
      statement.setNull(at, Types.REAL);
      statement.setNull(at + 1, Types.VARCHAR);
    } else {
      statement.setDouble(at, progress.fraction());
      statement.setString(at + 1, progress.message());
    }
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Instant instant)
      throws SQLException {
    if (instant == null) {
      statement.setNull(at, Types.INTEGER);
    } else {
      statement.setLong(at, instant.toEpochMilli());
    }
  }

  private static void bind(PreparedStatement statement, int at, @Nullable EventInvocation event)
      throws SQLException {
    bind(statement, at, event == null ? null : event.startBy());
    statement.setInt(at + 1, event != null && event.begun() ? 1 : 0);
    statement.setInt(at + 2, event != null && event.recordDue() ? 1 : 0);
  }

  private static @Nullable Progress progress(ResultSet row) throws SQLException {
    var message = row.getString(12);
    return message == null ? null : new Progress(row.getDouble(11), message);
  }

  private static @Nullable Failure error(ResultSet row) throws SQLException {
    var type = row.getString(17);
    return type == null ? null : new Failure(type, row.getString(18));
  }

  private static @Nullable EventInvocation event(ResultSet row) throws SQLException {
    var startBy = instant(row, 19);
    return startBy == null
        ? null
        : new EventInvocation(startBy, row.getInt(20) == 1, row.getInt(21) == 1);
  }

  private static @Nullable Instant instant(ResultSet row, int at) throws SQLException {
    long millis = row.getLong(at);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
