package io.longhaul.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bad manifests and the exact problems they have, from a text file: blocks apart by an empty line,
 * in each the lines that follow the least manifest from line 6 on, then the problems after {@code
 * >}. A block that begins with {@code manifest:} stands for itself.
 */
final class ProblemTable {

  private ProblemTable() {}

  static Stream<Row> shapes() {
    return rows("shape-problems.txt");
  }

  static Stream<Row> contradictions() {
    return rows("contradictions.txt");
  }

  private static Stream<Row> rows(String file) {
    return Arrays.stream(Manifests.resource(file).split("\n\n")).map(ProblemTable::row);
  }

  private static Row row(String block) {
    var lines = block.lines().collect(Collectors.partitioningBy(line -> line.startsWith("> ")));
    var problems = lines.getOrDefault(true, List.of()).stream().map(line -> line.substring(2));
    var yaml = String.join("\n", lines.getOrDefault(false, List.of())).strip();
    return new Row(yaml, problems.toList());
  }

  record Row(String more, List<String> problems) {

    String yaml() {
      return more.startsWith("manifest:") ? more : Manifests.LEAST + more;
    }

    @Override
    public String toString() {
      return more;
    }
  }
}
