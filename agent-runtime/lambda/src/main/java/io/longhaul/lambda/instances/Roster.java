package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which instances start and which are ready; while none of either is there, calls are refused. */
final class Roster {

  private final Line line;
  private final Supplier<Instance> newInstance;
  private final Set<Instance> starting = new HashSet<>();
  private final Set<Instance> ready = new HashSet<>();
  private @Nullable FunctionError last;

  Roster(Line line, Supplier<Instance> newInstance) {
    this.line = line;
    this.newInstance = newInstance;
  }

  synchronized Instance starting() {
    var instance = newInstance.get();
    starting.add(instance);
    line.mended();
    return instance;
  }

  synchronized void ready(Instance instance) {
    if (starting.remove(instance)) {
      ready.add(instance);
      last = null;
    }
  }

  /**
   * An instance is gone.
   *
   * @param refused why it never was ready; null if it was
   * @param lost what a process that was ready ended with, without having answered any call; null if
   *     that is not so
   */
  synchronized void ended(
      Instance instance, @Nullable FunctionError refused, @Nullable FunctionError lost) {
    starting.remove(instance);
    ready.remove(instance);
    last = refused != null ? refused : lost != null ? lost : last;
    if (refused != null) {
      if (starting.isEmpty() && ready.isEmpty()) {
        line.broken(refused);
      }
    }
  }

  /** A place waits before its next start; while no other one is there, calls are refused. */
  synchronized void pausing() {
    if (last != null && starting.isEmpty() && ready.isEmpty()) {
      line.broken(last);
    }
  }

  /** How many could take a call, or take one now. */
  synchronized int ready() {
    return ready.size();
  }

  /** What the last start led to, if it was of no use; null once one is ready. */
  synchronized @Nullable FunctionError last() {
    return last;
  }
}
