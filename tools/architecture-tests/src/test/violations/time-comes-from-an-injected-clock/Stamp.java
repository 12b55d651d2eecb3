package io.longhaul.jobs;

class Stamp {
  java.time.Instant at = java.time.Instant.now();
}
