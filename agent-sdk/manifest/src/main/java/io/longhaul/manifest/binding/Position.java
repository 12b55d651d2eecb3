package io.longhaul.manifest.binding;

/**
 * A place in a file.
 *
 * @param line from 1; 0 means the file as a whole
 * @param column from 1
 * @param key the full key that stands there, {@code jobs.attempts} or {@code triggers[0].sqs};
 *     empty for the file as a whole
 */
public record Position(String file, int line, int column, String key) {

  /** The file as a whole. */
  public static Position whole(String file) {
    return new Position(file, 0, 0, "");
  }

  /** The same place, for a key that should stand inside the one here. */
  public Position inside(String name) {
    return new Position(file, line, column, key.isEmpty() ? name : key + "." + name);
  }

  /** The form that editors and terminals turn into a link: {@code agent.yaml:12:3}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
