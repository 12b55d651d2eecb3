package io.longhaul.agents.linkauditor;

import io.longhaul.agents.linkauditor.Outcome.Answered;
import io.longhaul.agents.linkauditor.Outcome.Failed;
import io.longhaul.agents.linkauditor.Outcome.Redirected;
import io.longhaul.agents.linkauditor.Outcome.Refused;
import io.longhaul.agents.linkauditor.Outcome.Skipped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what an audit knows into what a site's owner wants to know. */
final class ReportBuilder {

  private static final int MAX_LISTED = 1_000;

  private final LinkMap map;
  private final Targets targets;
  private final List<BrokenLink> broken = new ArrayList<>();
  private final List<RedirectedLink> redirects = new ArrayList<>();
  private final List<SlowPage> slow = new ArrayList<>();
  private final List<UnaskedLink> refused = new ArrayList<>();
  private final List<UnaskedLink> skipped = new ArrayList<>();
  private int pages;
  private int links;

  private ReportBuilder(LinkMap map) {
    this.map = map;
    this.targets = map.targets();
  }

  static AuditReport build(LinkMap map, Duration slowAfter, Duration took) {
    ReportBuilder report = new ReportBuilder(map);
    map.targets().all().forEach(target -> report.add(target, slowAfter));
    return report.finish(took);
  }

  private void add(Target target, Duration slowAfter) {
    count(target);
    if (target.page()
        && target.outcome().orElse(null) instanceof Answered(_, long millis)
        && millis > slowAfter.toMillis()) {
      slow.add(new SlowPage(target.address(), millis));
    }
    if (target.timesMentioned() > 0 || target == targets.get(LinkMap.START)) {
      judge(target);
    }
  }

  private void count(Target target) {
    switch (target.outcome().orElse(null)) {
      case Answered answered when target.page() && !answered.isBroken() -> pages++;
      case Answered _, Redirected _, Failed _ -> links++;
      case null, default -> {}
    }
  }

  /** A link is judged by where it ends; what is reached only through a redirect counts there. */
  private void judge(Target target) {
    Chain chain = Chain.from(target, targets);
    if (chain.redirects()) {
      redirects.add(redirected(target, chain));
    }
    switch (chain.outcome().orElse(null)) {
      case Answered end when end.isBroken() ->
          broken.add(broken(target, chain, end.status(), "answers " + Answer.words(end.status())));
      case Failed end -> broken.add(broken(target, chain, null, end.reason()));
      case Refused end -> refused.add(unasked(target, reason(chain, end.reason())));
      case Skipped end when !chain.redirects() -> skipped.add(unasked(target, end.reason()));
      case null, default -> {}
    }
  }

  private static String reason(Chain chain, String reason) {
    return chain.redirects() ? "redirects to %s: %s".formatted(chain.end(), reason) : reason;
  }

  private BrokenLink broken(Target target, Chain chain, @Nullable Integer status, String reason) {
    return new BrokenLink(
        target.address(), status, reason(chain, reason), foundOn(target), target.timesMentioned());
  }

  private UnaskedLink unasked(Target target, String reason) {
    return new UnaskedLink(target.address(), reason, foundOn(target), target.timesMentioned());
  }

  private RedirectedLink redirected(Target target, Chain chain) {
    Optional<Integer> status =
        chain.outcome().filter(Answered.class::isInstance).map(end -> ((Answered) end).status());
    return new RedirectedLink(
        target.address(),
        chain.end(),
        status.orElse(null),
        chain.permanent(),
        chain.hops(),
        foundOn(target),
        target.timesMentioned());
  }

  private List<FoundOn> foundOn(Target target) {
    return target.mentions().stream()
        .map(mention -> new FoundOn(targets.get(mention.page()).address(), mention.text()))
        .toList();
  }

  private AuditReport finish(Duration took) {
    Target start = targets.get(LinkMap.START);
    Counts counts =
        new Counts(
            pages,
            links,
            broken.size(),
            redirects.size(),
            slow.size(),
            refused.size(),
            skipped.size());
    Optional<Outcome> startEnd = Chain.from(start, targets).outcome();
    boolean reached = startEnd.orElse(null) instanceof Answered end && !end.isBroken();
    return new AuditReport(
        reached ? ReportWords.summary(counts, took) : ReportWords.unreached(startEnd),
        start.address(),
        map.scope().toString(),
        reached,
        reached && map.leftOut().isNothing(),
        counts,
        sorted(broken, Comparator.comparing(BrokenLink::url)),
        sorted(redirects, Comparator.comparing(RedirectedLink::url)),
        sorted(slow, Comparator.comparingLong(SlowPage::milliseconds).reversed()),
        sorted(refused, Comparator.comparing(UnaskedLink::url)),
        sorted(skipped, Comparator.comparing(UnaskedLink::url)),
        map.leftOut(),
        map.notes(),
        took.toMillis() / 1000.0);
  }

  private static <T> List<T> sorted(List<T> found, Comparator<T> order) {
    return found.stream().sorted(order).limit(MAX_LISTED).toList();
  }
}
