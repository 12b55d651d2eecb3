package io.longhaul.jobs;

class Seer {
  io.longhaul.http.Problem problem;
}
