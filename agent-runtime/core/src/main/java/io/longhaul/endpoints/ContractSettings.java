package io.longhaul.endpoints;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What may differ between services.
 *
 * @param held how long a call is held where the caller does not say; null = until the end
 * @param refresh reads the configuration again
 */
public record ContractSettings(@Nullable Duration held, Callable<Refreshed> refresh) {}
