package io.longhaul.access;

import io.longhaul.agent.Secret;
import io.longhaul.config.AccessKey;
import java.util.List;
import java.util.function.Supplier;

/**
 * Settings that may change while the service runs. Each is asked by every call that needs it: it
 * must be cheap.
 *
 * @param apiKeys the keys that callers may send
 * @param accessKeys the keys that callers may sign with
 * @param origins the origins of browsers that may call
 */
public record LiveAccess(
    Supplier<List<Secret>> apiKeys,
    Supplier<List<AccessKey>> accessKeys,
    Supplier<List<String>> origins) {}
