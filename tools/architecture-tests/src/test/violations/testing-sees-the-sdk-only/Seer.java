package io.longhaul.testing;

class Seer {
  io.longhaul.jobs.Job job;
}
