package io.longhaul.destinations;

import io.longhaul.handler.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The fake: destinations in memory, which can be away, and take no record over a size. */
public final class MemoryDestinations implements Destinations {

  private final Map<String, List<Json>> received = new ConcurrentHashMap<>();
  private final int mostBytes;
  private volatile boolean away;

  public MemoryDestinations(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Makes every call fail, or work again. */
  public void away(boolean now) {
    away = now;
  }

  /** Copies what a destination has received, oldest first. */
  public synchronized List<Json> received(String arn) {
    return List.copyOf(received.getOrDefault(arn, List.of()));
  }

  @Override
  public synchronized void send(String arn, Json record) {
    if (away) {
      throw new DestinationAway(arn + " is away", new IllegalStateException("as told"));
    }
    if (record.utf8().length > mostBytes) {
      throw new RecordRejected(arn + " takes records of at most " + mostBytes + " bytes");
    }
    received.computeIfAbsent(arn, _ -> new ArrayList<>()).add(record);
  }

  @Override
  public String describe(String arn) {
    return arn;
  }
}
