package io.longhaul.events;

import io.longhaul.agent.InvalidInput;
import io.longhaul.manifest.Trigger;
import java.util.List;

/** The manifest's triggers: an event that none of them takes would never arrive. */
record Triggers(List<Trigger> all) {

  /**
   * The triggers of a kind that are meant.
   *
   * @param number which of the kind, from 1; 0 = each of them
   * @throws InvalidInput if there is none
   */
  <T extends Trigger> List<T> of(Class<T> kind, EventSource source, int number) {
    var found = all.stream().filter(kind::isInstance).map(kind::cast).toList();
    if (found.isEmpty()) {
      throw new InvalidInput(
          "source",
          "agent.yaml has no %s trigger, so none of these events would arrive; add one to its triggers"
              .formatted(source.word()));
    }
    if (number < 0 || number > found.size()) {
      throw new InvalidInput(
          "trigger",
          "found %d, expected 1 to %d: the number of an %s trigger in agent.yaml"
              .formatted(number, found.size(), source.word()));
    }
    return number == 0 ? found : List.of(found.get(number - 1));
  }
}
