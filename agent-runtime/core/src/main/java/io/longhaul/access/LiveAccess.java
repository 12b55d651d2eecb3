package io.longhaul.access;

import io.longhaul.agent.Secret;
import java.util.List;
import java.util.function.Supplier;

/**
 * Settings that may change while the service runs. Both are asked by every call that needs them:
 * they must be cheap.
 *
 * @param apiKeys the keys that callers may send
 * @param origins the origins of browsers that may call
 */
public record LiveAccess(Supplier<List<Secret>> apiKeys, Supplier<List<String>> origins) {}
