package io.longhaul.jobs.embedded;

import io.longhaul.health.HealthCheck;
import io.longhaul.jobs.JobQueue;
import io.longhaul.jobs.MemoryJobQueue;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs in one file of this machine. Needs a folder that this process may hold alone. */
@Configuration(proxyBeanMethods = false)
public class EmbeddedJobsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedJobsConfiguration.class);

  @Bean
  EmbeddedJobStore jobStore(EmbeddedJobsSettings settings, Clock clock) throws IOException {
    LOG.info("jobs: kept in {}, because nothing else is configured", settings.folder());
    return EmbeddedJobStore.open(settings.folder(), clock);
  }

  @Bean
  JobQueue jobQueue(Clock clock) {
    return new MemoryJobQueue(clock);
  }

  @Bean
  HealthCheck jobStoreCheck(EmbeddedJobStore store) {
    // it writes, because a store on a full disk still reads
    return new HealthCheck("job-store", true, store::writeProbe);
  }
}
