package io.longhaul.lambda.runtimeapi;

import org.jspecify.annotations.Nullable;

/** Takes what the runtime client of one instance says. On network threads: must not block. */
public interface RuntimeListener {

  /** It asks for its next call, and waits. */
  void next(Poll poll);

  /**
   * It answers a call.
   *
   * @param output null: there was more than is allowed
   * @return false if no such call is open
   */
  boolean response(String requestId, byte @Nullable [] output);

  /**
   * It begins to answer a call in parts.
   *
   * @return null if nobody wants them: then they are collected for {@link #response}
   */
  @Nullable Upload stream(String requestId, String contentType, Valve valve);

  /** It reports that a call failed; false if no such call is open. */
  boolean error(String requestId, Report report);

  /**
   * It reports that it could not load the handler.
   *
   * @return false if it has asked for a call before, or has reported this
   */
  boolean initError(Report report);

  /** The connection was closed on which it waited for a call. */
  void left(Poll poll);

  /** The connection on which it took a call was closed; it may answer on another one. */
  void gone(String requestId);
}
