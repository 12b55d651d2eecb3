package io.longhaul.jobs.embedded;

import java.util.List;

/**
 * The tables, as the steps that led to them. A step that was released is never changed: it is how
 * older files become newer ones.
 */
final class Format {

  /** Marks a SQLite file as ours: the letters LHJB. */
  static final int APPLICATION = 0x4C484A42;

  /** Step n leads from format n to n + 1. */
  static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE jobs (
                id BLOB PRIMARY KEY,
                state INTEGER NOT NULL,
                attempt INTEGER NOT NULL,
                failures INTEGER NOT NULL,
                max_failures INTEGER NOT NULL,
                lost_leases INTEGER NOT NULL,
                fence INTEGER NOT NULL,
                beat INTEGER NOT NULL,
                version INTEGER NOT NULL,
                owner TEXT,
                cancel_requested INTEGER NOT NULL,
                progress_fraction REAL,
                progress_message TEXT,
                due_at INTEGER NOT NULL,
                started_at INTEGER,
                finished_at INTEGER,
                expires_at INTEGER,
                error_type TEXT,
                error_message TEXT,
                created_at INTEGER NOT NULL,
                key_scope TEXT,
                key_fingerprint TEXT
              ) STRICT, WITHOUT ROWID\
              """,
              "CREATE INDEX jobs_by_state ON jobs (state, id)",
              "CREATE UNIQUE INDEX jobs_by_key ON jobs (key_scope) WHERE key_scope IS NOT NULL",
              "CREATE INDEX jobs_by_expiry ON jobs (expires_at) WHERE expires_at IS NOT NULL",
              """
              CREATE TABLE job_values (
                id BLOB NOT NULL,
                kind INTEGER NOT NULL,
                fence INTEGER NOT NULL,
                value BLOB NOT NULL,
                PRIMARY KEY (id, kind, fence)
              ) STRICT, WITHOUT ROWID\
              """),
          List.of(
              "ALTER TABLE jobs ADD COLUMN event_start_by INTEGER",
              "ALTER TABLE jobs ADD COLUMN event_begun INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE jobs ADD COLUMN record_due INTEGER NOT NULL DEFAULT 0",
              "CREATE INDEX jobs_by_record_due ON jobs (id) WHERE record_due = 1"));

  private Format() {}
}
