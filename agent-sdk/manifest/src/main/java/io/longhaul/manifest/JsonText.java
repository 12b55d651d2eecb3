package io.longhaul.manifest;

/** Any value of the manifest, as JSON. */
public record JsonText(String json) {}
