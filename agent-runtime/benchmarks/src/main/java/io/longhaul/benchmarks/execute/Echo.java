package io.longhaul.benchmarks.execute;

/** What both servers answer. */
public record Echo(String text, int number) {

  static Echo of(Note note) {
    return new Echo(note.text(), note.number());
  }
}
