package io.longhaul.agents.linkauditor;

import io.longhaul.testing.AgentTester;

/** Audits as tests run them. */
final class Audits {

  private Audits() {}

  /** As in a local service: loopback is open. */
  static AgentTester<AuditRequest, AuditReport> tester() {
    return tester("loopback");
  }

  static AgentTester<AuditRequest, AuditReport> tester(String allowAddresses) {
    return AgentTester.of(LinkAuditor.class)
        .config("CONCURRENCY", "4")
        .config("ALLOW_ADDRESSES", allowAddresses)
        .config("USER_AGENT", "longhaul-link-auditor/0.1");
  }

  static AuditReport of(TestSite site) {
    return tester().runJson(input(site.url("/"))).output();
  }

  static AuditReport of(TestSite site, String more) {
    return tester().runJson(input(site.url("/"), more)).output();
  }

  static String input(String url) {
    return "{\"url\": \"%s\"}".formatted(url);
  }

  /** More fields, as JSON. */
  static String input(String url, String more) {
    return "{\"url\": \"%s\", %s}".formatted(url, more);
  }
}
