package io.longhaul.benchmarks.execute;

/** What both servers take. */
public record Note(String text, int number) {}
