package io.longhaul.lambda.invokeapi;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.jobs.Answer;
import io.longhaul.lambda.calls.LogTail;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, and what it logged.
 *
 * @param trace the X-Ray header that the function was told
 * @param tail null if nobody asked for it when the call began
 */
record Answered(Answer answer, String trace, @Nullable LogTail tail) {

  /** The end of the log in UTF-8; empty if there is none. */
  byte[] log() {
    return tail == null ? new byte[0] : tail.bytes();
  }

  /** The bytes that it holds, roughly. */
  int size() {
    int answered =
        switch (answer) {
          case Answer.Succeeded(_, Json result) -> result.utf8().length;
          case Answer.Failed(_, _, FunctionError error) -> error.payload().utf8().length;
          default -> 0;
        };
    return answered + log().length;
  }
}
