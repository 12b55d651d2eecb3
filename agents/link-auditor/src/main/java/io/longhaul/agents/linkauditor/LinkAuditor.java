package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.InvalidInput;
import io.longhaul.agent.Meters;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Follows the links of a site and reports the broken, redirected and slow ones. */
public final class LinkAuditor implements Agent<AuditRequest, AuditReport> {

  private final AuditorConfig config;
  private final GuardedResolver resolver;
  private final Web web;
  private final RetryAfter retryAfter;
  private final Meters meters;
  private final LongSupplier nanos;
  private final Sleeper sleeper = Thread::sleep;

  /** Made by the runtime, once. */
  public LinkAuditor(AgentSetup setup) {
    this(setup, InetAddress::getAllByName, System::nanoTime);
  }

  LinkAuditor(AgentSetup setup, GuardedResolver.Lookup lookup, LongSupplier nanos) {
    this.config = setup.config(AuditorConfig.class);
    this.meters = setup.meters();
    this.nanos = nanos;
    this.resolver = new GuardedResolver(config.addressPolicy(), lookup);
    this.retryAfter = new RetryAfter(setup.clock());
    HttpExchange exchange =
        new HttpExchange(HttpClients.create(resolver, config.userAgent()), nanos);
    this.web = new Web(setup.client("web"), exchange, sleeper);
  }

  @Override
  public AuditReport execute(AuditRequest request, AgentContext context) throws Exception {
    // its time begins before the name of the start URL is looked up
    Patience patience = new Patience(Duration.ofSeconds(request.timeoutSeconds()), nanos);
    WebUrl start = startUrl(request);
    StateLines.Read known =
        context
            .lastCheckpoint(Checkpoint.class)
            .filter(checkpoint -> checkpoint.format() == Checkpoint.FORMAT)
            .map(checkpoint -> StateLines.read(checkpoint.lines(), request.limits()))
            .orElseGet(() -> new StateLines.Read(begin(start, request), Duration.ZERO));
    Stopwatch watch = new Stopwatch(known.elapsed(), nanos);
    new Audit(context, visitor(patience), known.map(), watch).run(config.concurrency());
    Duration slowAfter = Duration.ofMillis(request.slowAfterMs());
    return counted(ReportBuilder.build(known.map(), slowAfter, watch.elapsed()));
  }

  private AuditReport counted(AuditReport report) {
    meters.count("pages.checked", report.counts().pagesChecked());
    meters.count("links.broken", report.counts().broken());
    return report;
  }

  private Visitor visitor(Patience patience) {
    Sites sites = new Sites(new RobotsReader(web, config.robot()), nanos, sleeper);
    return new Visitor(web, sites, patience, retryAfter);
  }

  /** Refused before anything is fetched: the caller learns at once what to change. */
  private WebUrl startUrl(AuditRequest request) {
    try {
      WebUrl start = WebUrl.parse(request.url());
      refuseUnlessOpen(start.host());
      return start;
    } catch (BadUrl | AddressRefused e) {
      throw new InvalidInput("url", "this address cannot be audited: " + e.getMessage());
    }
  }

  private void refuseUnlessOpen(String host) throws AddressRefused {
    try {
      resolver.resolve(host);
    } catch (AddressRefused e) {
      throw e;
    } catch (UnknownHostException e) {
      // a name that does not exist is a finding, and the report says so
    }
  }

  private static LinkMap begin(WebUrl start, AuditRequest request) {
    Scope scope = new Scope(start.authority(), request.scope());
    if (!request.scope().startsWith("/") || !scope.contains(start)) {
      throw new InvalidInput(
          "scope",
          "%s is no path that %s lies under: use one such as %s"
              .formatted(request.scope(), start, start.path()));
    }
    return LinkMap.startingAt(start, scope, request.limits());
  }
}
