package io.longhaul.lambda.instances;

import io.longhaul.lambda.extensions.About;
import java.time.Clock;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all instances of an agent share while they run.
 *
 * @param concurrency calls at a time in each, however many polls its client sends
 * @param forks whether calls side by side run in processes of the client's own: then a connection
 *     that is lost tells that one of them has ended
 * @param line where they offer themselves
 * @param worn takes an instance that should be replaced
 */
record Crew(
    About about,
    int concurrency,
    boolean forks,
    Line line,
    Errors errors,
    Clock clock,
    JsonMapper mapper,
    Consumer<Instance> worn) {

  Observer observer(Runnable idle) {
    return new Observer(about, mapper, clock, idle);
  }
}
