package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.runtimeapi.Report;
import io.longhaul.lambda.runtimeapi.Upload;
import io.longhaul.lambda.runtimeapi.Valve;

/** An answer on its way in parts; a caller that reads slowly slows the function down. */
final class StreamedAnswer implements Upload {

  private static final int MOST_WAITING = 1 << 20;
  private static final int FEW_WAITING = MOST_WAITING / 4;
  private static final Json NOTHING = Json.of("null");

  private final Instance instance;
  private final Flight flight;
  private final Errors errors;
  private final Valve valve;
  private int waiting;
  private boolean held;
  private long total;

  StreamedAnswer(Instance instance, Flight flight, Errors errors, Valve valve) {
    this.instance = instance;
    this.flight = flight;
    this.errors = errors;
    this.valve = valve;
  }

  @Override
  public void part(byte[] bytes) {
    flight.part(Json.of(bytes), () -> taken(bytes.length));
    synchronized (this) {
      waiting += bytes.length;
      total += bytes.length;
      if (!held && waiting > MOST_WAITING) {
        held = true;
        valve.close();
      }
    }
  }

  private synchronized void taken(int length) {
    waiting -= length;
    if (held && waiting < FEW_WAITING) {
      held = false;
      valve.open();
    }
  }

  @Override
  public void end() {
    if (instance.land(flight, "success", total())) {
      flight.succeed(NOTHING);
    }
  }

  @Override
  public void failed(Report report) {
    fail("error", errors.reported(report));
  }

  @Override
  public void broken() {
    fail("failure", errors.truncated(flight.requestId()));
  }

  private void fail(String status, FunctionError error) {
    if (instance.land(flight, status, total())) {
      flight.fail(error);
    }
  }

  private synchronized long total() {
    return total;
  }
}
