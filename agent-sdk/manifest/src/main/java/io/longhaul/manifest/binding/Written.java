package io.longhaul.manifest.binding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which keys are written with a valid value, and where; the rest holds defaults. */
public final class Written {

  private final Map<String, Position> positions = new HashMap<>();
  private final Set<String> refused = new HashSet<>();

  Written() {}

  void note(String key, Position position) {
    positions.put(key, position);
  }

  void refuse(String key) {
    refused.add(key);
  }

  /** Where a full key is written with a valid value; empty if it is not. */
  public Optional<Position> at(String key) {
    return Optional.ofNullable(positions.get(key));
  }

  /** Whether a full key is written with a valid value. */
  public boolean has(String key) {
    return positions.containsKey(key);
  }

  /** Whether a full key is written, be its value valid or not. */
  public boolean mentions(String key) {
    return has(key) || refused.contains(key);
  }

  /**
   * The place at which a contradiction between keys is reported: the one in an overlay, since what
   * lies below it was right without it, else the one written last. Empty if none is written.
   */
  public Optional<Position> lastOf(String... keys) {
    return Arrays.stream(keys).filter(this::has).max(later()).flatMap(this::at);
  }

  private Comparator<String> later() {
    return Comparator.<String, Boolean>comparing(this::overlaid)
        .thenComparingInt(this::line)
        .thenComparingInt(this::column);
  }

  private boolean overlaid(String key) {
    return at(key).filter(position -> !position.key().equals(key)).isPresent();
  }

  private int column(String key) {
    return at(key).map(Position::column).orElse(0);
  }

  private int line(String key) {
    return at(key).map(Position::line).orElse(0);
  }
}
