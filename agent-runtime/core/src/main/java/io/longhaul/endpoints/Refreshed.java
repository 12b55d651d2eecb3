package io.longhaul.endpoints;

import java.util.List;

/**
 * What reading the configuration again has found; names of keys, never values.
 *
 * @param changed every key whose value is another now
 * @param needsRestart those of them that the agent has read at its start and will not read again
 */
public record Refreshed(List<String> changed, List<String> needsRestart) {}
