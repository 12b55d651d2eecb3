package io.longhaul.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Holds the phase of this service, and tells those who must know when it stops. */
public final class ServicePhase {

  private final List<Runnable> onStop = new CopyOnWriteArrayList<>();
  private volatile Phase phase = Phase.STARTING;
  private boolean stopped;

  /** The phase now. */
  public Phase now() {
    return phase;
  }

  /** Everything runs: serve. */
  public void serve() {
    if (phase == Phase.STARTING) {
      phase = Phase.SERVING;
    }
  }

  /** Take nothing new. Repeating it has no effect. */
  public void drain() {
    phase = Phase.DRAINING;
  }

  /** The work has ended: what still holds a connection lets it go. Repeating it has no effect. */
  public synchronized void stop() {
    drain();
    stopped = true;
    onStop.forEach(Runnable::run);
    onStop.clear();
  }

  /** Runs a quick action when the service stops, after its drain; at once, if it has. */
  public synchronized void whenStopping(Runnable action) {
    if (stopped) {
      action.run();
    } else {
      onStop.add(action);
    }
  }

  /** Forgets an action; afterwards it is not begun any more. */
  public synchronized void forget(Runnable action) {
    onStop.remove(action);
  }
}
