package io.longhaul.lambda.extensions;

import io.longhaul.lambda.runtimeapi.ExtensionReply;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One that has registered. Guarded by {@link Extensions}. */
final class Extension {

  private final String name;
  private final Collection<String> events;
  private final Queue<ExtensionReply> untold = new ArrayDeque<>();
  private @Nullable Consumer<ExtensionReply> poll;

  Extension(String name, Collection<String> events) {
    this.name = name;
    this.events = events;
  }

  String name() {
    return name;
  }

  /** Whether it waits for an event; one that learns of no calls is never busy with them. */
  boolean idle() {
    return !events.contains("INVOKE") || poll != null;
  }

  void poll(Consumer<ExtensionReply> next) {
    var waiting = untold.poll();
    if (waiting == null) {
      poll = next;
    } else {
      next.accept(waiting);
    }
  }

  void tell(String type, ExtensionReply event) {
    if (!events.contains(type)) {
      return;
    }
    var waiting = poll;
    if (waiting == null) {
      untold.add(event);
    } else {
      poll = null;
      waiting.accept(event);
    }
  }
}
