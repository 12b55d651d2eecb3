package io.longhaul.jobs;

class Seer {
  java.sql.Connection connection;
}
