package io.longhaul.jobs;

import java.util.Optional;
import java.util.UUID;

/** A UUIDv7: ids sort by the time they were made. The id of a job is the id of its execution. */
public record ExecutionId(UUID value) implements Comparable<ExecutionId> {

  /** Reads an id from a path; empty if the text is no UUID in canonical form. */
  public static Optional<ExecutionId> parse(String text) {
    try {
      var value = UUID.fromString(text);
      return value.toString().equals(text) ? Optional.of(new ExecutionId(value)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(ExecutionId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
