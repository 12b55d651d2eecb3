package io.longhaul.endpoints;

import io.longhaul.http.Operation.Parameter;

/** Parameters that several operations have. */
final class Parameters {

  static final Parameter JOB_ID =
      new Parameter("path", "id", "JobId", "The job, which is also its execution.");

  static final Parameter PREFER =
      new Parameter(
          "header",
          "Prefer",
          "Prefer",
          "RFC 7240: respond-async answers 202 with a job at once; wait=N does so when the call"
              + " still runs after N seconds.");

  static final Parameter IDEMPOTENCY_KEY =
      new Parameter(
          "header",
          IdempotencyKey.HEADER,
          "IdempotencyKey",
          "The same caller, path, key and body mean the same execution, however often it is sent.");

  private Parameters() {}
}
