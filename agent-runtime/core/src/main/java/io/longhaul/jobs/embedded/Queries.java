package io.longhaul.jobs.embedded;

import io.longhaul.handler.Json;
import io.longhaul.jobs.Creation;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobCounts;
import io.longhaul.jobs.JobState;
import io.longhaul.jobs.KeyUse;
import io.longhaul.jobs.ValueKind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that only read. */
final class Queries {

  private static final String SELECT = "SELECT " + JobRow.COLUMNS + " FROM jobs ";
  private static final String FIND = SELECT + "WHERE id = ?";
  private static final String VALUE =
      "SELECT value FROM job_values WHERE id = ? AND kind = ? ORDER BY fence DESC LIMIT 1";
  private static final String LIST = SELECT + "WHERE id < ? ORDER BY id DESC LIMIT ?";
  private static final String LIST_STATE =
      SELECT + "WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?";
  private static final String KEY =
      "SELECT " + JobRow.COLUMNS + ", key_fingerprint FROM jobs WHERE key_scope = ?";

  /** Walks along indexes, merged; an OR would read and sort all of them for every page. */
  private static final String WAITING =
      SELECT
          + "WHERE state = "
          + Codes.QUEUED
          + " AND id > ?1 UNION ALL "
          + SELECT
          + "WHERE state = "
          + Codes.RUNNING
          + " AND id > ?1";

  private static final String UNFINISHED =
      WAITING + " UNION ALL " + SELECT + "WHERE record_due = 1 AND id > ?1 ORDER BY id LIMIT ?2";

  private static final String OLDEST = WAITING + " ORDER BY id LIMIT 1";

  private static final String RECORDS_DUE = "SELECT count(*) FROM jobs WHERE record_due = 1";

  private static final byte[] FIRST = new byte[0];
  private static final byte[] LAST = new byte[17];

  static {
    Arrays.fill(LAST, (byte) 0xff);
  }

  private Queries() {}

  static Optional<Job> find(Session session, ExecutionId id) throws SQLException {
    var find = session.prepare(FIND);
    find.setBytes(1, JobRow.bytes(id));
    try (var rows = find.executeQuery()) {
      return rows.next() ? Optional.of(JobRow.read(rows)) : Optional.empty();
    }
  }

  static Optional<Json> value(Session session, ExecutionId id, ValueKind kind) throws SQLException {
    var value = session.prepare(VALUE);
    value.setBytes(1, JobRow.bytes(id));
    value.setInt(2, Codes.of(kind));
    try (var rows = value.executeQuery()) {
      return rows.next() ? Optional.of(Json.of(rows.getBytes(1))) : Optional.empty();
    }
  }

  /** What an earlier use of a key means for a new job of this id; null if there was none. */
  static @Nullable Creation use(Session session, KeyUse key, ExecutionId id) throws SQLException {
    var use = session.prepare(KEY);
    use.setString(1, key.scope());
    try (var rows = use.executeQuery()) {
      if (!rows.next()) {
        return null;
      }
      if (!key.fingerprint().equals(rows.getString(24))) {
        return new Creation.Mismatched();
      }
      var job = JobRow.read(rows);
      return job.id().equals(id) ? new Creation.Created() : new Creation.Repeated(job);
    }
  }

  static List<Job> list(
      Session session, @Nullable JobState state, int limit, @Nullable ExecutionId before)
      throws SQLException {
    var list = session.prepare(state == null ? LIST : LIST_STATE);
    int at = 1;
    if (state != null) {
      list.setInt(at++, Codes.of(state));
    }
    list.setBytes(at++, before == null ? LAST : JobRow.bytes(before));
    list.setInt(at, limit);
    return jobs(list);
  }

  static List<Job> unfinished(Session session, int limit, @Nullable ExecutionId after)
      throws SQLException {
    var unfinished = session.prepare(UNFINISHED);
    unfinished.setBytes(1, after == null ? FIRST : JobRow.bytes(after));
    unfinished.setInt(2, limit);
    return jobs(unfinished);
  }

  static JobCounts counts(Session session) throws SQLException {
    var counts = new EnumMap<JobState, Long>(JobState.class);
    for (var state : JobState.values()) {
      counts.put(state, 0L);
    }
    var count = session.prepare("SELECT state, count(*) FROM jobs GROUP BY state");
    try (var rows = count.executeQuery()) {
      while (rows.next()) {
        counts.put(Codes.state(rows.getInt(1)), rows.getLong(2));
      }
    }
    var oldest = session.prepare(OLDEST);
    oldest.setBytes(1, FIRST);
    var jobs = jobs(oldest);
    return new JobCounts(
        counts, jobs.isEmpty() ? null : jobs.getFirst().createdAt(), recordsDue(session));
  }

  private static long recordsDue(Session session) throws SQLException {
    try (var rows = session.prepare(RECORDS_DUE).executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static List<Job> jobs(PreparedStatement query) throws SQLException {
    var jobs = new ArrayList<Job>();
    try (var rows = query.executeQuery()) {
      while (rows.next()) {
        jobs.add(JobRow.read(rows));
      }
    }
    return List.copyOf(jobs);
  }
}
