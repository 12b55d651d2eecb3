package io.longhaul.cli.api;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows a job to its end over dropped connections and restarts of the service. */
public final class JobWatch {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int TRIES = 60;

  private final ServiceClient client;
  private final BooleanSupplier worthWaiting;

  /**
   * Watches jobs of one service.
   *
   * @param worthWaiting asked before each new try; false gives up at once, as when the service's
   *     process has ended
   */
  public JobWatch(ServiceClient client, BooleanSupplier worthWaiting) {
    this.client = client;
    this.worthWaiting = worthWaiting;
  }

  /**
   * Waits until the job has ended.
   *
   * @param onChange sees each state, on the calling thread
   * @throws ServiceLost if the service stayed away for a minute
   */
  public JobView follow(String id, Consumer<JobView> onChange) {
    @Nullable String last = null;
    for (int failures = 0; ; failures++) {
      try (var events = client.events(id, last)) {
        for (var event = events.next(); event != null; event = events.next()) {
          failures = 0;
          last = event.id();
          onChange.accept(event.job());
          if (event.job().ended()) {
            return event.job();
          }
        }
      } catch (ServiceLost e) {
        giveUpAfter(failures, e);
      } catch (ApiFailure e) {
        if (e.exit() != Exit.UNAVAILABLE) {
          throw e;
        }
        giveUpAfter(failures, e);
      } catch (InterruptedException e) {
        throw new Refusal(Exit.INTERRUPTED, "Stopped watching job " + id + ".");
      }
      pause(id);
    }
  }

  private void giveUpAfter(int failures, Refusal e) {
    if (failures >= TRIES || !worthWaiting.getAsBoolean()) {
      throw e;
    }
  }

  private static void pause(String id) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw new Refusal(Exit.INTERRUPTED, "Stopped watching job " + id + ".");
    }
  }
}
