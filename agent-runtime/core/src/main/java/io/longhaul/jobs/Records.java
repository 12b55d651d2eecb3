package io.longhaul.jobs;

import io.longhaul.handler.Json;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The store as the engine writes to it: whoever waits for a job hears of every change. */
final class Records {

  private final JobStore store;
  private final Changes changes;

  Records(JobStore store, Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  Creation create(Job job, Json input, @Nullable KeyUse key) {
    return store.create(job, input, key);
  }

  /** As {@link JobStore#replace}. */
  Optional<Job> replace(Job seen, Job next, @Nullable Value value) {
    var stored = store.replace(seen, next, value);
    stored.ifPresent(changes::publish);
    return stored;
  }

  /**
   * Changes a job whoever else changes it meanwhile.
   *
   * @param step answers the job as it shall be, or the same job to leave it
   * @param changed is told the job if it was changed
   * @return the job as it is then
   */
  Optional<Job> change(ExecutionId id, UnaryOperator<Job> step, Consumer<Job> changed) {
    var seen = store.find(id);
    while (seen.isPresent()) {
      var next = step.apply(seen.get());
      if (next.equals(seen.get())) {
        return seen;
      }
      var stored = replace(seen.get(), next, null);
      if (stored.isPresent() && stored.get().equals(next)) {
        changed.accept(next);
        return stored;
      }
      seen = stored;
    }
    return seen;
  }

  Optional<Job> find(ExecutionId id) {
    return store.find(id);
  }

  Optional<Json> value(ExecutionId id, ValueKind kind) {
    return store.value(id, kind);
  }

  boolean exclusive() {
    return store.exclusive();
  }
}
