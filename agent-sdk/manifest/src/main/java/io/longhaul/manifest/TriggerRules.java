package io.longhaul.manifest;

import io.longhaul.manifest.binding.Nearest;
import io.longhaul.manifest.binding.Problem;
import java.time.ZoneId;

/** Schedules that could never be made. */
final class TriggerRules {

  private TriggerRules() {}

  static void check(Check check) {
    var triggers = check.manifest().triggers();
    for (int i = 0; i < triggers.size(); i++) {
      if (triggers.get(i) instanceof Trigger.Schedule schedule) {
        var key = "triggers[" + i + "].schedule";
        timezone(check, key + ".timezone", schedule.timezone());
        days(check, key + ".cron", schedule.cron());
      }
    }
  }

  private static void timezone(Check check, String key, String name) {
    var zones = ZoneId.getAvailableZoneIds();
    if (!zones.contains(name)) {
      check
          .written()
          .at(key)
          .map(at -> new Problem(at, name, "a time zone such as Europe/London"))
          .map(problem -> problem.nearest(Nearest.to(name, zones).orElse(null)))
          .ifPresent(check.problems()::add);
    }
  }

  /** EventBridge takes a day of the month or one of the week, never both. */
  private static void days(Check check, String key, String cron) {
    var fields = cron.split(" +", -1);
    if (fields.length == 6 && fields[2].equals("?") == fields[4].equals("?")) {
      check.refuse(
          key,
          "day-of-month " + fields[2] + " and day-of-week " + fields[4],
          "? in exactly one of the two",
          "EventBridge takes days of the month or days of the week, not both.");
    }
  }
}
