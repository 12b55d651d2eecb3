package io.longhaul.json;

import io.longhaul.agent.Default;
import io.longhaul.agent.Description;
import io.longhaul.agent.Format;
import io.longhaul.agent.Maximum;
import io.longhaul.agent.Minimum;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records with every kind of component. */
final class Sample {

  private Sample() {}

  enum Mode {
    QUICK,
    FULL
  }

  record Page(@Format("uri") String url, @Default("1") int weight) {}

  record Input(
      @Description("Where to start.") @Format("uri") String startUrl,
      @Default("20") @Minimum(1) @Maximum(500) int maxPages,
      @Maximum(3) @Default("[]") List<Page> pages,
      Page first,
      @Minimum(2) @Nullable String note,
      Optional<Duration> timeout,
      @Default("5") String text,
      @Default("QUICK") Mode mode,
      @Maximum(2) Map<String, @Nullable Double> weights,
      Set<String> tags,
      @Nullable Page last,
      @Default("0.5") @Minimum(0.25) @Maximum(1) double share,
      @Nullable Instant since,
      @Format("date") @Nullable String day,
      @Format("email") @Nullable String mail,
      @Nullable UUID id,
      @Minimum(2) Optional<Integer> tries,
      @Maximum(3) Optional<String> nick,
      Optional<List<@Nullable Page>> more,
      @Default("false") boolean deep,
      @Default("[[1]]") List<List<@Nullable Long>> matrix,
      Object extra) {}

  record Output(int brokenLinks, @Nullable String note, List<Page> pages) {}

  record Tree(String name, @Default("[]") List<Tree> children) {}
}
