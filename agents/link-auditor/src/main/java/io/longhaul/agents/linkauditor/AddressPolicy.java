package io.longhaul.agents.linkauditor;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses an audit may connect to. A caller chooses the links, the service's network does
 * the asking: without this, an audit would read what only the service can reach (server-side
 * request forgery). The blocks are those of IANA's special-purpose registries, and the addresses
 * under which clouds hand out credentials.
 */
final class AddressPolicy {

  /** What an operator may open. */
  enum Opening {
    LOOPBACK,
    PRIVATE
  }

  private record Rule(AddressBlock block, Optional<Opening> opening, String name) {}

  /** The first that matches decides. */
  private static final List<Rule> RULES =
      Stream.of(
              always("a cloud metadata address", "169.254.169.254/32", "169.254.170.0/24"),
              always("a cloud metadata address", "100.100.100.200/32", "192.0.0.192/32"),
              always("a cloud metadata address", "168.63.129.16/32"),
              always("a cloud metadata address", "fd00:ec2::/32", "fd20:ce::254/128"),
              always("a link-local address", "169.254.0.0/16", "fe80::/10"),
              always("an unspecified address", "0.0.0.0/8", "::/128"),
              always("a multicast address", "224.0.0.0/4", "ff00::/8"),
              always("a reserved or broadcast address", "240.0.0.0/4", "100::/64"),
              always("a tunnel address", "2001::/32", "64:ff9b:1::/48"),
              unless(Opening.LOOPBACK, "a loopback address", "127.0.0.0/8", "::1/128"),
              unless(Opening.PRIVATE, "a private address", "10.0.0.0/8", "172.16.0.0/12"),
              unless(Opening.PRIVATE, "a private address", "192.168.0.0/16", "fc00::/7"),
              unless(Opening.PRIVATE, "a private address", "fec0::/10", "198.18.0.0/15"),
              unless(Opening.PRIVATE, "a shared address", "100.64.0.0/10", "192.0.0.0/24"),
              unless(Opening.PRIVATE, "a documentation address", "192.0.2.0/24", "198.51.100.0/24"),
              unless(Opening.PRIVATE, "a documentation address", "203.0.113.0/24", "2001:db8::/32"))
          .flatMap(rules -> rules)
          .toList();

  private final Set<Opening> open;

  AddressPolicy(Set<Opening> open) {
    this.open = Set.copyOf(open);
  }

  /** Why the address is refused: {@code a loopback address}; empty if it is not. */
  Optional<String> refusal(InetAddress address) {
    return Stream.concat(Stream.of(address), EmbeddedIpv4.in(address).stream())
        .flatMap(form -> refusalOfForm(form).stream())
        .findFirst();
  }

  private Optional<String> refusalOfForm(InetAddress address) {
    return RULES.stream()
        .filter(rule -> rule.block().contains(address))
        .findFirst()
        .filter(rule -> rule.opening().filter(open::contains).isEmpty())
        .map(Rule::name);
  }

  private static Stream<Rule> always(String name, String... blocks) {
    return Stream.of(blocks)
        .map(block -> new Rule(AddressBlock.parse(block), Optional.empty(), name));
  }

  private static Stream<Rule> unless(Opening opening, String name, String... blocks) {
    return Stream.of(blocks)
        .map(block -> new Rule(AddressBlock.parse(block), Optional.of(opening), name));
  }
}
