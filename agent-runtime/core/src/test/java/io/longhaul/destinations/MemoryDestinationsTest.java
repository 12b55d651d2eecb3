package io.longhaul.destinations;

import io.longhaul.handler.Json;
import java.util.List;

final class MemoryDestinationsTest extends RejectionContract {

  private final MemoryDestinations destinations = new MemoryDestinations(64);

  @Override
  protected Destinations destinations() {
    return destinations;
  }

  @Override
  protected List<Json> received(String arn) {
    return destinations.received(arn);
  }

  @Override
  protected void away(boolean now) {
    destinations.away(now);
  }

  @Override
  protected Json unacceptable() {
    return Json.of("\"" + "x".repeat(64) + "\"");
  }
}
