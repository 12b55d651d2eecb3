package io.longhaul.http;

public class There {
  io.longhaul.jobs.Here here;
}
