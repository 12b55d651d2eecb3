package io.longhaul.agents.linkauditor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to the addresses that may be asked, and to no others. The HTTP client connects to
 * what this returns, so the address that was judged is the one connected to, whatever the name
 * means a moment later.
 */
final class GuardedResolver implements DnsResolver {

  /** How names are looked up. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final AddressPolicy policy;
  private final Lookup lookup;

  GuardedResolver(AddressPolicy policy, Lookup lookup) {
    this.policy = policy;
    this.lookup = lookup;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = lookUp(host);
    InetAddress[] open =
        Arrays.stream(found)
            .filter(address -> policy.refusal(address).isEmpty())
            .toArray(InetAddress[]::new);
    if (open.length == 0) {
      throw new AddressRefused(refusal(host, found));
    }
    return open;
  }

  private String refusal(String host, InetAddress[] found) {
    return Arrays.stream(found)
        .flatMap(address -> policy.refusal(address).map(why -> words(host, address, why)).stream())
        .findFirst()
        .orElse(host + " has no address");
  }

  private static String words(String host, InetAddress address, String why) {
    String literal = address.getHostAddress();
    return literal.equals(host)
        ? "%s is %s, which an audit does not ask".formatted(host, why)
        : "%s is %s, %s, which an audit does not ask".formatted(host, literal, why);
  }

  /**
   * The system's resolver can neither be interrupted nor given a time; a thread of its own is left
   * to it. A platform thread, because the lookup would hold a carrier of the virtual ones.
   */
  private InetAddress[] lookUp(String host) throws UnknownHostException {
    FutureTask<InetAddress[]> task = new FutureTask<>(() -> lookup.addresses(host));
    Thread.ofPlatform().daemon().name("dns").start(task);
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UnknownHostException(
          "DNS gave no answer for %s within %d s".formatted(host, PATIENCE.toSeconds()));
    } catch (ExecutionException e) {
      throw unknown(host, Optional.ofNullable(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("interrupted while looking up " + host);
    }
  }

  private static UnknownHostException unknown(String host, Optional<Throwable> cause) {
    UnknownHostException unknown =
        new UnknownHostException("the name %s does not exist".formatted(host));
    cause.ifPresent(unknown::initCause);
    return unknown;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
