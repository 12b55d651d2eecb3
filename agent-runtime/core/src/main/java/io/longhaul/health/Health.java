package io.longhaul.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Every dependency of the service. Safe for concurrent use. */
public final class Health {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<WatchedCheck> checks;

  /** Takes the checks, and a monotonic clock in nanoseconds. */
  public Health(List<HealthCheck> checks, LongSupplier ticker) {
    this.checks = checks.stream().map(check -> new WatchedCheck(check, ticker)).toList();
  }

  /** What was found last, by name. Never waits: a slow dependency must not cost a task. */
  public Map<String, CheckResult> latest() {
    var results = new LinkedHashMap<String, CheckResult>();
    checks.forEach(check -> results.put(check.name(), check.latest()));
    return results;
  }

  /** Looks now, for at most two seconds each. */
  public Map<String, CheckResult> now() throws InterruptedException {
    var looks = new LinkedHashMap<WatchedCheck, CompletableFuture<CheckResult>>();
    checks.forEach(check -> looks.put(check, check.look()));
    var results = new LinkedHashMap<String, CheckResult>();
    for (var look : looks.entrySet()) {
      results.put(look.getKey().name(), look.getKey().found(look.getValue(), PATIENCE));
    }
    return results;
  }
}
