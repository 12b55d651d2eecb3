package io.longhaul.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import java.util.List;

/** What is read from the whole service and its JVM. */
public final class ServiceMeters implements AutoCloseable {

  private final MeterRegistry registry;
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final List<MeterBinder> binders;

  ServiceMeters(MeterRegistry registry, List<MeterBinder> binders) {
    this.registry = registry;
    this.binders = List.copyOf(binders);
  }

  /** Registers them; some load management classes, so call it once the service serves. */
  public void register() {
    binders.forEach(binder -> binder.bindTo(registry));
    gc.bindTo(registry);
  }

  @Override
  public void close() {
    gc.close();
  }
}
