package io.longhaul.jobs;

import io.longhaul.handler.Json;

/** A value to be stored with a change of its job, under a key that contains the job's fence. */
public record Value(ValueKind kind, Json json) {}
