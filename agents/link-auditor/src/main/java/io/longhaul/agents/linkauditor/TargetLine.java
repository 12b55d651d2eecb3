package io.longhaul.agents.linkauditor;

import io.longhaul.agents.linkauditor.Outcome.Answered;
import io.longhaul.agents.linkauditor.Outcome.Failed;
import io.longhaul.agents.linkauditor.Outcome.Redirected;
import io.longhaul.agents.linkauditor.Outcome.Refused;
import io.longhaul.agents.linkauditor.Outcome.Skipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One address of a checkpoint: address, kind, depth, hops, outcome (a letter and two fields), times
 * mentioned, and a {@code page:text} field for each mention.
 */
final class TargetLine {

  private static final int MENTIONS = 8;

  private TargetLine() {}

  static String write(Target target) {
    Stream<Object> fields =
        Stream.of(
            target.address(),
            target.page() ? "P" : "C",
            target.depth(),
            target.hops(),
            target.outcome().map(TargetLine::outcome).orElse("\t\t"),
            target.timesMentioned());
    Stream<String> mentions =
        worthKeeping(target).map(mention -> mention.page() + ":" + plain(mention.text()));
    return Stream.concat(fields.map(String::valueOf), mentions).collect(Collectors.joining("\t"));
  }

  /** Where a sound link stands is of no use to any report. */
  private static Stream<Target.Mention> worthKeeping(Target target) {
    boolean sound = target.outcome().orElse(null) instanceof Answered end && !end.isBroken();
    return sound ? Stream.empty() : target.mentions().stream();
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Answered(int status, long millis) -> "A\t" + status + "\t" + millis;
      case Redirected(int status, String to) -> "R\t" + status + "\t" + to;
      case Failed(String reason) -> "F\t\t" + plain(reason);
      case Refused(String reason) -> "X\t\t" + plain(reason);
      case Skipped(String reason) -> "S\t\t" + plain(reason);
    };
  }

  /** Without the characters that part fields and lines. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}|\\R", " ");
  }

  static Target read(String line) {
    String[] fields = line.split("\t", -1);
    Target target =
        new Target(
            fields[0],
            fields[1].equals("P"),
            Integer.parseInt(fields[2]),
            Integer.parseInt(fields[3]));
    List<Target.Mention> mentions = new ArrayList<>();
    Arrays.stream(fields).skip(MENTIONS).map(TargetLine::mention).forEach(mentions::add);
    target.restore(outcome(fields[4], fields[5], fields[6]), Integer.parseInt(fields[7]), mentions);
    return target;
  }

  private static Target.Mention mention(String field) {
    int colon = field.indexOf(':');
    return new Target.Mention(
        Integer.parseInt(field.substring(0, colon)), field.substring(colon + 1));
  }

  private static @Nullable Outcome outcome(String letter, String status, String rest) {
    return switch (letter) {
      case "A" -> new Answered(Integer.parseInt(status), Long.parseLong(rest));
      case "R" -> new Redirected(Integer.parseInt(status), rest);
      case "F" -> new Failed(rest);
      case "X" -> new Refused(rest);
      case "S" -> new Skipped(rest);
      default -> null;
    };
  }
}
