package io.longhaul.endpoints;

import io.longhaul.events.DeliveryReport;
import io.longhaul.events.DeliveryReport.Accepted;
import io.longhaul.events.DeliveryReport.Failed;
import io.longhaul.events.DeliveryReport.Part;
import io.longhaul.events.DeliveryReport.Ran;
import io.longhaul.jobs.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** What became of a delivery, as callers see it. */
record DeliveredView(List<Run> executions) {

  static DeliveredView of(DeliveryReport report) {
    return new DeliveredView(report.parts().stream().map(Run::of).toList());
  }

  /**
   * One execution.
   *
   * @param executionId also the job's id; null: nothing ran
   * @param state a job's word
   * @param result the handler's answer; null while there is none
   * @param done the messages that may be deleted
   * @param again the messages that must come again
   */
  record Run(
      @Nullable String executionId,
      String state,
      @Nullable RawValue result,
      @Nullable Failure error,
      List<String> done,
      List<String> again) {

    static Run of(Part part) {
      return switch (part) {
        case Ran ran ->
            new Run(
                ran.id().toString(),
                "succeeded",
                new RawValue(ran.result().toString()),
                null,
                ran.done(),
                ran.again());
        case Accepted(var job, var ids) ->
            new Run(job.id().toString(), "queued", null, null, ids, List.of());
        case Failed(var id, var failure, var ids) ->
            new Run(id == null ? null : id.toString(), "failed", null, failure, List.of(), ids);
      };
    }
  }
}
