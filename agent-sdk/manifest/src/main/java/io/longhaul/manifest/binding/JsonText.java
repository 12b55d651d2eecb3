package io.longhaul.manifest.binding;

/** Any value of the file, as JSON. */
public record JsonText(String json) {}
