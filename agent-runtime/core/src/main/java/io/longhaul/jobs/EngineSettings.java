package io.longhaul.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the engine runs executions; the manifest's {@code jobs}, {@code async}, {@code instances},
 * {@code concurrency} and {@code http.waiting}.
 *
 * @param concurrency jobs that run at a time, synchronous calls not counted; 0 = none are taken
 * @param attempts failures after which a job fails for good
 * @param backoff before the second attempt; doubles with each failure, up to 15 minutes, with
 *     jitter
 * @param timeout bounds every attempt and every synchronous call; null = no limit
 * @param deadline only told to handlers
 * @param retention how long a job is kept after its end
 * @param maxAge of Event invocations: no attempt of an older one begins
 * @param places synchronous calls that run at a time
 * @param jobsTakePlaces whether each job that runs leaves one place less to synchronous calls, as
 *     it must where both need an instance
 * @param waiting synchronous calls that wait for a place; more are refused
 * @param lease how long a worker that does not renew keeps its right to a job
 * @param grace how long interrupted handlers get to return at the end of a drain
 */
public record EngineSettings(
    int concurrency,
    int attempts,
    Duration backoff,
    @Nullable Duration timeout,
    Duration deadline,
    Duration retention,
    Duration maxAge,
    int places,
    boolean jobsTakePlaces,
    int waiting,
    Duration lease,
    Duration grace) {

  /** Refuses numbers that cannot be meant. */
  public EngineSettings {
    if (concurrency < 0 || attempts < 1 || places < 1 || waiting < 0) {
      throw new IllegalArgumentException(
          "concurrency and waiting must be at least 0, attempts and places at least 1");
    }
    if (!lease.isPositive()) {
      throw new IllegalArgumentException("A lease must be longer than zero");
    }
  }

  /** Starts from the manifest's defaults for a native agent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings; what is not set keeps its default. */
  public static final class Builder {
    private int concurrency = 2;
    private int attempts = 3;
    private Duration backoff = Duration.ofSeconds(10);
    private @Nullable Duration timeout;
    private Duration deadline = Duration.ofHours(24);
    private Duration retention = Duration.ofDays(30);
    private Duration maxAge = Duration.ofHours(6);
    private int places = 256;
    private boolean jobsTakePlaces;
    private int waiting = 1000;
    private Duration lease = Duration.ofSeconds(20);
    private Duration grace = Duration.ofSeconds(3);

    private Builder() {}

    /** Sets {@link EngineSettings#concurrency}. */
    public Builder concurrency(int jobs) {
      concurrency = jobs;
      return this;
    }

    /** Sets {@link EngineSettings#attempts}. */
    public Builder attempts(int failures) {
      attempts = failures;
      return this;
    }

    /** Sets {@link EngineSettings#backoff}. */
    public Builder backoff(Duration first) {
      backoff = first;
      return this;
    }

    /** Sets {@link EngineSettings#timeout}. */
    public Builder timeout(@Nullable Duration limit) {
      timeout = limit;
      return this;
    }

    /** Sets {@link EngineSettings#deadline}. */
    public Builder deadline(Duration told) {
      deadline = told;
      return this;
    }

    /** Sets {@link EngineSettings#retention}. */
    public Builder retention(Duration kept) {
      retention = kept;
      return this;
    }

    /** Sets {@link EngineSettings#maxAge}. */
    public Builder maxAge(Duration limit) {
      maxAge = limit;
      return this;
    }

    /** Sets {@link EngineSettings#places}. */
    public Builder places(int calls) {
      places = calls;
      return this;
    }

    /** Sets {@link EngineSettings#jobsTakePlaces}. */
    public Builder jobsTakePlaces(boolean shared) {
      jobsTakePlaces = shared;
      return this;
    }

    /** Sets {@link EngineSettings#waiting}. */
    public Builder waiting(int calls) {
      waiting = calls;
      return this;
    }

    /** Sets {@link EngineSettings#lease}. */
    public Builder lease(Duration length) {
      lease = length;
      return this;
    }

    /** Sets {@link EngineSettings#grace}. */
    public Builder grace(Duration time) {
      grace = time;
      return this;
    }

    /** The settings. */
    public EngineSettings build() {
      return new EngineSettings(
          concurrency,
          attempts,
          backoff,
          timeout,
          deadline,
          retention,
          maxAge,
          places,
          jobsTakePlaces,
          waiting,
          lease,
          grace);
    }
  }
}
