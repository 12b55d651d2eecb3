package io.longhaul.jobs;

class Counter {
  static int count;
}
