package io.longhaul.benchmarks.jobs;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.filters.ApplyStateFilter;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.sqlite.SqLiteStorageProvider;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;

/**
 * JobRunr on its SqLiteStorageProvider.
 *
 * <p>It looks for new jobs when a worker becomes free, else at its poll interval, and refuses one
 * under five seconds. That would be all that is measured, so its steward is woken after each
 * submit, which the library does not do by itself. The interval is then left long: at each poll it
 * also writes down every running job, and a job that ends meanwhile is run a second time.
 */
final class JobRunrJobs implements Contestant {

  private final HikariDataSource database;
  private final SqLiteStorageProvider store;
  private final BackgroundJobServer server;
  private final JobRequestScheduler scheduler;
  private final Semaphore submitted = new Semaphore(0);
  private final Thread waker;

  JobRunrJobs(Path folder, Runnable ended, Settings settings) {
    database = SqliteFile.open(folder, settings.connections());
    store = new SqLiteStorageProvider(database);
    var json = new Jackson3JsonMapper();
    store.setJobMapper(new JobMapper(json));
    server =
        new BackgroundJobServer(
            store,
            json,
            new OneHandler(),
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andPollInterval(Duration.ofHours(1))
                .andWorkerCount(settings.workers()));
    server.setJobFilters(List.of(new Ends(ended)));
    server.start();
    scheduler = new JobRequestScheduler(store);
    waker = Thread.ofVirtual().start(this::wakeAfterSubmits);
  }

  /** What was tried to make it fast. */
  record Settings(int connections, int workers) {}

  @Override
  public void submit() {
    scheduler.enqueue(new NoOp());
    submitted.release();
  }

  private void wakeAfterSubmits() {
    try {
      while (true) {
        submitted.acquire();
        submitted.drainPermits();
        server.getJobSteward().notifyThreadOccupied();
        server.getJobSteward().notifyThreadIdle();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    waker.interrupt();
    scheduler.shutdown();
    server.stop();
    store.close();
    database.close();
  }

  /** The input of a job. */
  public static final class NoOp implements JobRequest {
    public String text = "hello";

    @Override
    public Class<NoOpHandler> getJobRequestHandler() {
      return NoOpHandler.class;
    }
  }

  /** The job. */
  public static final class NoOpHandler implements JobRequestHandler<NoOp> {
    @Override
    public void run(NoOp request) {}
  }

  private static final class OneHandler implements JobActivator {
    private final NoOpHandler handler = new NoOpHandler();

    @Override
    public <T> T activateJob(Class<T> type) {
      return type.cast(handler);
    }
  }

  private record Ends(Runnable ended) implements ApplyStateFilter {
    @Override
    public void onStateApplied(Job job, JobState before, JobState now) {
      if (now.getName() == StateName.SUCCEEDED) {
        ended.run();
      }
    }
  }
}
