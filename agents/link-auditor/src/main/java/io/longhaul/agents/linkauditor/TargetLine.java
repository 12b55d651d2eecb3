package io.longhaul.agents.linkauditor;

import io.longhaul.agents.linkauditor.Outcome.Answered;
import io.longhaul.agents.linkauditor.Outcome.Failed;
import io.longhaul.agents.linkauditor.Outcome.Redirected;
import io.longhaul.agents.linkauditor.Outcome.Refused;
import io.longhaul.agents.linkauditor.Outcome.Skipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One address of a checkpoint: address, kind, depth, hops, outcome (a letter and two fields), times
 * mentioned, and a {@code page:text} field for each mention.
 */
final class TargetLine {

  private static final int MENTIONS = 8;
  private static final Pattern BREAKS = Pattern.compile("\\p{Cc}|\\R");

  private TargetLine() {}

  /**
   * Appends to the text of a checkpoint, which is written after every page: no regular expressions
   * here.
   */
  static void write(Target target, StringBuilder out) {
    out.append(target.address()).append(target.page() ? "\tP\t" : "\tC\t");
    out.append(target.depth()).append('\t').append(target.hops()).append('\t');
    out.append(target.outcome().map(TargetLine::outcome).orElse("\t\t"));
    out.append('\t').append(target.timesMentioned());
    if (!isSound(target)) {
      for (Target.Mention mention : target.mentions()) {
        out.append('\t').append(mention.page()).append(':').append(mention.text());
      }
    }
    out.append('\n');
  }

  /** Where a sound link stands is of no use to any report. */
  private static boolean isSound(Target target) {
    return target.outcome().orElse(null) instanceof Answered end && !end.isBroken();
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
    return BREAKS.matcher(text).replaceAll(" ");
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
