package io.longhaul.http;

/** One line of an answer's headers. */
public record Header(String name, String value) {}
