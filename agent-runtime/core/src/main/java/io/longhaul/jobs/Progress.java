package io.longhaul.jobs;

/** How far an execution is: a fraction from 0 to 1, and a line for a person. */
public record Progress(double fraction, String message) {}
