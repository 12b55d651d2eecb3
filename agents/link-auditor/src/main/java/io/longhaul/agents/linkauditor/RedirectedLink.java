package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Description;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A link that leads elsewhere first. */
@Description("A link that leads elsewhere first.")
public record RedirectedLink(
    @Description("Where the link leads.") String url,
    @Description("Where it ends.") String finalUrl,
    @Description("The HTTP status there; absent if it was not asked or did not answer.")
        @Nullable Integer finalStatus,
    @Description("True if every step is permanent: the link should name its goal.")
        boolean permanent,
    @Description("The steps, in order.") List<Hop> hops,
    @Description("The first places where it stands.") List<FoundOn> foundOn,
    @Description("How many pages have it.") int foundOnPages) {

  /** One step. */
  public record Hop(
      @Description("The address asked.") String url,
      @Description("The status of its redirect.") int status,
      @Description("Where it sent to.") String to) {}
}
