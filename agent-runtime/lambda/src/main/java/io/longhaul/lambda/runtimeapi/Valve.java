package io.longhaul.lambda.runtimeapi;

/** Holds a client back that sends faster than its parts are taken. May be used by any thread. */
public interface Valve {

  /** Reads no more for now. */
  void close();

  /** Reads on. */
  void open();
}
