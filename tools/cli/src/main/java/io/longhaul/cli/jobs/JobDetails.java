package io.longhaul.cli.jobs;

import io.longhaul.cli.api.JobView;
import io.longhaul.cli.shell.Table;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One job for a person. */
record JobDetails(JobView job) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  static String created(JobView job) {
    return job.created().map(TIME::format).orElse("");
  }

  static String took(JobView job) {
    return job.took()
        .map(took -> String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0))
        .orElse("");
  }

  static String percent(JobView job) {
    return String.format(Locale.ROOT, "%.0f%%", job.fraction() * 100);
  }

  @Override
  public String toString() {
    var table =
        new Table("job", job.id())
            .row("state", job.state())
            .row("attempt", job.attempt())
            .row("progress", (percent(job) + " " + job.message()).strip())
            .row("created", created(job));
    if (job.ended()) {
      table.row("took", took(job));
    }
    if (!job.error().isEmpty()) {
      table.row("error", job.error());
    }
    return table.toString();
  }
}
