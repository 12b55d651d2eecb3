package io.longhaul.lambda.runtimeapi;

/** A runtime client that has asked for its next call and waits. */
public interface Poll {

  /**
   * Gives it the call; once.
   *
   * @param lost runs, on a network thread, if the client was gone before it could read the call
   */
  void give(Invocation invocation, Runnable lost);
}
