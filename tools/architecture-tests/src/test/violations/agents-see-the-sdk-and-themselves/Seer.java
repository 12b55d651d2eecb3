package io.longhaul.agents.one;

class Seer {
  io.longhaul.jobs.Job job;
}
