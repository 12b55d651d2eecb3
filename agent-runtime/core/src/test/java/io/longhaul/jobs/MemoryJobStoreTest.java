package io.longhaul.jobs;

final class MemoryJobStoreTest extends JobStoreContract {

  @Override
  protected JobStore open() {
    return new MemoryJobStore(false);
  }
}
