package io.longhaul.agents.linkauditor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what an audit knows as lines of tab-separated fields, and reads it back: the scope with
 * the counters, then the notes, then a line for each address.
 */
final class StateLines {

  private StateLines() {}

  static String write(LinkMap map, Duration elapsed) {
    StringBuilder out = new StringBuilder();
    LeftOut left = map.leftOut();
    line(
        out,
        map.scope().authority(),
        map.scope().prefix(),
        elapsed.toMillis(),
        left.maxPages(),
        left.maxDepth(),
        left.maxLinks(),
        map.notes().size());
    map.notes().forEach(note -> line(out, note));
    map.targets().all().forEach(target -> out.append(TargetLine.write(target)).append('\n'));
    return out.toString();
  }

  private static void line(StringBuilder out, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      out.append(i == 0 ? "" : "\t").append(TargetLine.plain(String.valueOf(fields[i])));
    }
    out.append('\n');
  }

  /** What was read: the map, and the time that earlier attempts took. */
  record Read(LinkMap map, Duration elapsed) {}

  static Read read(String text, Limits limits) {
    List<String> lines = text.lines().toList();
    String[] head = lines.getFirst().split("\t", -1);
    int notes = Integer.parseInt(head[6]);
    List<Target> targets = new ArrayList<>();
    lines.stream().skip(1L + notes).map(TargetLine::read).forEach(targets::add);
    LinkMap map =
        LinkMap.restored(
            new Quota(limits, leftOut(head)),
            new Scope(head[0], head[1]),
            lines.subList(1, 1 + notes),
            targets);
    return new Read(map, Duration.ofMillis(Long.parseLong(head[2])));
  }

  private static LeftOut leftOut(String[] head) {
    return new LeftOut(
        Integer.parseInt(head[3]), Integer.parseInt(head[4]), Integer.parseInt(head[5]));
  }
}
