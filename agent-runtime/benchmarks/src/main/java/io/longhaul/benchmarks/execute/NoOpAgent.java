package io.longhaul.benchmarks.execute;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;

/** The agent that does nothing, so that everything around it shows. */
public final class NoOpAgent implements Agent<Note, Echo> {

  @Override
  public Echo execute(Note note, AgentContext context) {
    return Echo.of(note);
  }
}
