package io.longhaul.agents.linkauditor;

import io.longhaul.agents.linkauditor.Outcome.Answered;
import io.longhaul.agents.linkauditor.Outcome.Failed;
import io.longhaul.agents.linkauditor.Outcome.Refused;
import io.longhaul.agents.linkauditor.Outcome.Skipped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The report's first sentence. */
final class ReportWords {

  private ReportWords() {}

  static String summary(Counts counts, Duration took) {
    return String.format(
        Locale.ROOT,
        "%s and %s checked in %.1f s: %s, %s, %s",
        number(counts.pagesChecked(), "page"),
        number(counts.linksChecked(), "other address", "other addresses"),
        took.toMillis() / 1000.0,
        number(counts.broken(), "broken link"),
        number(counts.redirects(), "redirect"),
        number(counts.slowPages(), "slow page"));
  }

  static String unreached(Optional<Outcome> start) {
    return "The start URL could not be audited: "
        + switch (start.orElse(null)) {
          case Answered(int status, _) -> "it answers " + Answer.words(status);
          case Failed(String reason) -> reason;
          case Refused(String reason) -> reason;
          case Skipped(String reason) -> reason;
          case null, default -> "it redirects to an address that was not asked";
        };
  }

  static String number(int count, String one) {
    return number(count, one, one + "s");
  }

  private static String number(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
