package io.longhaul.jobs.embedded;

import io.longhaul.handler.Json;
import io.longhaul.jobs.Creation;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.KeyUse;
import io.longhaul.jobs.Value;
import io.longhaul.jobs.ValueKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that change something; each call is a part of one transaction. */
final class Changes {

  private static final String INSERT =
      "INSERT INTO jobs ("
          + JobRow.COLUMNS
          + ", key_scope, key_fingerprint) VALUES ("
          + String.join(", ", Collections.nCopies(JobRow.CHANGING.length + 4, "?"))
          + ") ON CONFLICT (id) DO NOTHING";

  private static final String UPDATE =
      "UPDATE jobs SET "
          + Arrays.stream(JobRow.CHANGING)
              .map(name -> name + " = ?")
              .collect(Collectors.joining(", "))
          + " WHERE id = ? AND version = ? AND fence = ? AND beat = ?";

  private static final String PUT =
      "INSERT OR REPLACE INTO job_values (id, kind, fence, value) VALUES (?, ?, ?, ?)";

  /** Only the last checkpoint and the last report are ever read. */
  private static final String DROP_OLDER =
      "DELETE FROM job_values WHERE id = ? AND kind = ? AND fence < ?";

  private static final String EXPIRED =
      "(SELECT id FROM jobs WHERE expires_at <= ? ORDER BY expires_at, id LIMIT ?)";

  private Changes() {}

  static Creation create(Session session, Job job, Json input, @Nullable KeyUse key)
      throws SQLException {
    var earlier = key == null ? null : Queries.use(session, key, job.id());
    if (earlier != null) {
      return earlier;
    }
    var insert = session.prepare(INSERT);
    int next = JobRow.bind(insert, job);
    insert.setLong(next, job.createdAt().toEpochMilli());
    insert.setBytes(next + 1, JobRow.bytes(job.id()));
    insert.setString(next + 2, key == null ? null : key.scope());
    insert.setString(next + 3, key == null ? null : key.fingerprint());
    if (insert.executeUpdate() == 0) {
      if (Queries.find(session, job.id()).filter(job::equals).isEmpty()) {
        throw new IllegalStateException("There is a job " + job.id() + " already");
      }
      return new Creation.Created();
    }
    put(session, job, new Value(ValueKind.INPUT, input));
    return new Creation.Created();
  }

  static Optional<Job> replace(Session session, Job seen, Job next, @Nullable Value value)
      throws SQLException {
    var update = session.prepare(UPDATE);
    int at = JobRow.bind(update, next);
    update.setBytes(at, JobRow.bytes(seen.id()));
    update.setLong(at + 1, seen.version());
    update.setLong(at + 2, seen.fence());
    update.setLong(at + 3, seen.beat());
    if (update.executeUpdate() == 0) {
      return Queries.find(session, seen.id());
    }
    if (value != null) {
      put(session, next, value);
    }
    return Optional.of(next);
  }

  static int deleteExpired(Session session, Instant now, int limit) throws SQLException {
    var values = session.prepare("DELETE FROM job_values WHERE id IN " + EXPIRED);
    values.setLong(1, now.toEpochMilli());
    values.setInt(2, limit);
    values.executeUpdate();
    var jobs = session.prepare("DELETE FROM jobs WHERE id IN " + EXPIRED);
    jobs.setLong(1, now.toEpochMilli());
    jobs.setInt(2, limit);
    return jobs.executeUpdate();
  }

  private static void put(Session session, Job job, Value value) throws SQLException {
    var id = JobRow.bytes(job.id());
    var put = session.prepare(PUT);
    put.setBytes(1, id);
    put.setInt(2, Codes.of(value.kind()));
    put.setLong(3, job.fence());
    put.setBytes(4, value.json().utf8());
    put.executeUpdate();
    if (value.kind() == ValueKind.CHECKPOINT || value.kind() == ValueKind.REPORT) {
      var drop = session.prepare(DROP_OLDER);
      drop.setBytes(1, id);
      drop.setInt(2, Codes.of(value.kind()));
      drop.setLong(3, job.fence());
      drop.executeUpdate();
    }
  }
}
