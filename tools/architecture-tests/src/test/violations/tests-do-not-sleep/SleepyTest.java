package io.longhaul.jobs;

class SleepyTest {
  void sleeps() throws InterruptedException {
    Thread.sleep(1);
  }
}
