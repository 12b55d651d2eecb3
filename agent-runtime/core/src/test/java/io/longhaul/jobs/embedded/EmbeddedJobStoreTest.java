package io.longhaul.jobs.embedded;

import io.longhaul.jobs.JobStore;
import io.longhaul.jobs.JobStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedJobStoreTest extends JobStoreContract {

  @TempDir private Path folder;

  @Override
  protected JobStore open() throws Exception {
    return EmbeddedJobStore.open(folder, Clock.systemUTC());
  }
}
