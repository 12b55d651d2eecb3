package io.longhaul.events;

import java.util.List;

/** The shapes in which a kind of handler gets events. Safe for concurrent use. */
public interface EventShapes {

  /**
   * The executions that a delivery becomes; every message of it is in exactly one of them.
   *
   * @return in the order of the messages
   */
  List<EventRun> runs(Delivery delivery);
}
