package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuardedResolverTest {

  @Test
  void resolveWhenSomeAddressesAreRefusedGivesOnlyTheOthers() throws UnknownHostException {
    assertThat(resolver("127.0.0.1", "1.1.1.1", "::1").resolve("rebinding.example"))
        .containsExactly(InetAddress.ofLiteral("1.1.1.1"));
  }

  @Test
  void resolveWhenAllAddressesAreRefusedSaysWhich() {
    assertThatExceptionOfType(AddressRefused.class)
        .isThrownBy(() -> resolver("10.1.2.3").resolve("intranet.example"))
        .withMessage(
            "intranet.example is 10.1.2.3, a private address, which an audit does not ask");
  }

  @Test
  void resolveWhenNameIsUnknownSaysSo() {
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() ->
            resolver(
                    host -> {
                      throw new UnknownHostException(host);
                    })
                .resolve("nowhere.example"))
        .isNotInstanceOf(AddressRefused.class)
        .withMessage("the name nowhere.example does not exist");
  }

  @Test
  void resolveWhenDnsIsSilentGivesUp() {
    CountDownLatch never = new CountDownLatch(1);
    GuardedResolver silent =
        resolver(_ -> {
          awaitUninterruptibly(never);
          return new InetAddress[0];
        });

    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> silent.resolve("slow.example"))
        .withMessageContaining("DNS gave no answer");
    never.countDown();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static GuardedResolver resolver(String... addresses) {
    return resolver(
        _ -> Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
  }

  private static GuardedResolver resolver(GuardedResolver.Lookup lookup) {
    return new GuardedResolver(new AddressPolicy(Set.of()), lookup);
  }
}
