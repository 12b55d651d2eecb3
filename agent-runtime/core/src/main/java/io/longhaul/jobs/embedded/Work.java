package io.longhaul.jobs.embedded;

import java.sql.SQLException;

/** Something to do with a connection. */
@FunctionalInterface
interface Work<T> {
  T on(Session session) throws SQLException;
}
