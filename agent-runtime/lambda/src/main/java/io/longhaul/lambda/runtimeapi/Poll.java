package io.longhaul.lambda.runtimeapi;

/** A runtime client that has asked for its next call and waits. */
public interface Poll {

  /** Gives it the call; once. A client that is gone by then is noticed by its process's end. */
  void give(Invocation invocation);
}
