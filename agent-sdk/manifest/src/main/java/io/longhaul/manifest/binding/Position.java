package io.longhaul.manifest.binding;

/** A place in a file; line and column count from 1, and 0 means the file as a whole. */
public record Position(String file, int line, int column) {

  /** The form that editors and terminals turn into a link: {@code agent.yaml:12:3}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
