package io.longhaul.events;

import io.longhaul.handler.Json;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Failure;
import io.longhaul.jobs.Job;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param parts one for each execution that it became
 */
public record DeliveryReport(List<Part> parts) {

  /** Copies the list. */
  public DeliveryReport {
    parts = List.copyOf(parts);
  }

  /** The messages that may be deleted: they were run, or a job keeps them. */
  public List<String> done() {
    return parts.stream().flatMap(part -> part.done().stream()).toList();
  }

  /** The messages that must come again. */
  public List<String> again() {
    return parts.stream().flatMap(part -> part.again().stream()).toList();
  }

  /** What became of one execution's messages. */
  public sealed interface Part {

    /** The messages that may be deleted. */
    List<String> done();

    /** The messages that must come again. */
    List<String> again();
  }

  /**
   * The handler returned.
   *
   * @param failed what it said has failed nevertheless
   */
  public record Ran(ExecutionId id, Json result, List<String> ids, Set<String> failed)
      implements Part {

    /** Copies the collections. */
    public Ran {
      ids = List.copyOf(ids);
      failed = Set.copyOf(failed);
    }

    @Override
    public List<String> done() {
      return ids.stream().filter(id -> !failed.contains(id)).toList();
    }

    @Override
    public List<String> again() {
      return ids.stream().filter(failed::contains).toList();
    }
  }

  /**
   * The execution failed, or was not accepted.
   *
   * @param id null: nothing ran
   */
  public record Failed(@Nullable ExecutionId id, Failure failure, List<String> ids)
      implements Part {

    /** Copies the list. */
    public Failed {
      ids = List.copyOf(ids);
    }

    @Override
    public List<String> done() {
      return List.of();
    }

    @Override
    public List<String> again() {
      return ids;
    }
  }

  /** A job holds the messages, and its ticket stands: they need not come again. */
  public record Accepted(Job job, List<String> ids) implements Part {

    /** Copies the list. */
    public Accepted {
      ids = List.copyOf(ids);
    }

    @Override
    public List<String> done() {
      return ids;
    }

    @Override
    public List<String> again() {
      return List.of();
    }
  }
}
