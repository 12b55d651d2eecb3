package io.longhaul.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Holds the phase of this service, and tells those who must know when it begins to drain. */
public final class ServicePhase {

  private final List<Runnable> onDrain = new CopyOnWriteArrayList<>();
  private volatile Phase phase = Phase.STARTING;

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
  public synchronized void drain() {
    if (phase != Phase.DRAINING) {
      phase = Phase.DRAINING;
      onDrain.forEach(Runnable::run);
    }
  }

  /** Runs a quick action when the drain begins; at once, if it has. */
  public synchronized void whenDraining(Runnable action) {
    if (phase == Phase.DRAINING) {
      action.run();
    } else {
      onDrain.add(action);
    }
  }

  /** Forgets an action; afterwards it is not begun any more. */
  public synchronized void forget(Runnable action) {
    onDrain.remove(action);
  }
}
