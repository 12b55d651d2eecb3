package io.longhaul.cli.run;

class Seer {
  io.longhaul.jobs.Job job;
}
