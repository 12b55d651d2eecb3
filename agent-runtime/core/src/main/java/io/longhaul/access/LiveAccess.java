package io.longhaul.access;

import io.longhaul.agent.Secret;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings that may change while the service runs. Both are asked by every call that needs them:
 * they must be cheap.
 *
 * @param apiKeys the value of {@code API_KEYS}, a comma list
 * @param origins the origins of browsers that may call
 */
public record LiveAccess(Supplier<@Nullable Secret> apiKeys, Supplier<List<String>> origins) {}
