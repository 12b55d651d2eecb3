package io.longhaul.agents.@PACKAGE@;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Default;
import io.longhaul.agent.Description;
import io.longhaul.agent.Minimum;
import java.time.Duration;

/** Counts to a number, slowly. It goes on where it was when its worker is lost or replaced. */
public final class @CLASS@ implements Agent<@CLASS@.Request, @CLASS@.Report> {

  /** The input: the body of POST /execute. */
  public record Request(
      @Description("The number to count to.") @Default("20") @Minimum(1) int to) {}

  /** The output. */
  public record Report(int counted) {}

  /** What the next attempt needs to go on. */
  record Reached(int number) {}

  /** The manifest's config: {@code PAUSE}. */
  record Config(Duration pause) {}

  private final Duration pause;

  /** Called once, when the service starts. */
  public @CLASS@(AgentSetup setup) {
    this.pause = setup.config(Config.class).pause();
  }

  @Override
  public Report execute(Request request, AgentContext context) throws InterruptedException {
    var from = context.lastCheckpoint(Reached.class).map(Reached::number).orElse(0);
    for (int number = from + 1; number <= request.to(); number++) {
      Thread.sleep(pause);
      context.checkpoint(new Reached(number));
      context.progress((double) number / request.to(), "counted to " + number);
    }
    return new Report(request.to());
  }
}
