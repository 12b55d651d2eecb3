package io.longhaul.cli.shell;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Rows for a person, in columns as wide as their content. */
public final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  /** Starts with the head of each column. */
  public Table(String... head) {
    rows.add(List.of(head));
  }

  /** Adds a row with a cell for each column. */
  public Table row(Object... cells) {
    rows.add(List.of(cells).stream().map(Object::toString).toList());
    return this;
  }

  /** The lines, each ended. */
  @Override
  public String toString() {
    var widths = new Column[rows.getFirst().size()];
    for (int i = 0; i < widths.length; i++) {
      var column = i;
      var width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      widths[i] = new Column(width + 2, 0, Overflow.SPAN);
    }
    var table =
        TextTable.forColumns(new ColorScheme.Builder(Ansi.OFF).ansi(Ansi.OFF).build(), widths);
    rows.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
    return table.toString();
  }
}
