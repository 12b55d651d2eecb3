package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.agents.linkauditor.AddressPolicy.Opening;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private static final AddressPolicy CLOSED = new AddressPolicy(Set.of());
  private static final AddressPolicy LOOPBACK = new AddressPolicy(Set.of(Opening.LOOPBACK));
  private static final AddressPolicy PRIVATE = new AddressPolicy(Set.of(Opening.PRIVATE));
  private static final AddressPolicy OPEN = new AddressPolicy(EnumSet.allOf(Opening.class));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.170.2",
        "169.254.0.1",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "fd00:ec2::254",
        "fd00:ec2::23",
        "fd20:ce::254",
        "fe80::1",
        "febf::1",
        "0.0.0.0",
        "0.1.2.3",
        "::",
        "224.0.0.1",
        "239.255.255.255",
        "ff02::1",
        "240.0.0.1",
        "255.255.255.255",
        "100::1",
        "::169.254.169.254",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::1",
        "2002:a9fe:a9fe::1",
        "2001:0:1:2::3",
        "::ffff:0:169.254.169.254",
        "2600::5efe:169.254.169.254",
        "2600::200:5efe:169.254.169.254"
      })
  void refusalOfMetadataAndLinkLocalHoldsWhateverIsOpened(String literal) {
    assertThat(OPEN.refusal(InetAddress.ofLiteral(literal))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.255.255.254", "::1", "64:ff9b::127.0.0.1", "2002:7f00:1::"})
  void refusalOfLoopbackEndsWhereItIsOpened(String literal) {
    InetAddress address = InetAddress.ofLiteral(literal);

    assertThat(CLOSED.refusal(address)).contains("a loopback address");
    assertThat(PRIVATE.refusal(address)).isPresent();
    assertThat(LOOPBACK.refusal(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
        "198.18.0.1", "192.0.2.1", "fc00::1", "fdff::1", "fec0::1", "2001:db8::1",
        "64:ff9b::10.0.0.1", "2002:c0a8:101::1"
      })
  void refusalOfPrivateNetworksEndsWhereTheyAreOpened(String literal) {
    InetAddress address = InetAddress.ofLiteral(literal);

    assertThat(CLOSED.refusal(address)).isPresent();
    assertThat(LOOPBACK.refusal(address)).isPresent();
    assertThat(PRIVATE.refusal(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "64:ff9b::1.1.1.1",
        "2002:101:101::1"
      })
  void refusalOfPublicAddressesIsNone(String literal) {
    assertThat(CLOSED.refusal(InetAddress.ofLiteral(literal))).isEmpty();
  }

  @Test
  void refusalOfAnIpv4AddressIsThatOfItsMappedForm() throws UnknownHostException {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      byte[] ipv4 = new byte[4];
      random.nextBytes(ipv4);
      byte[] mapped = new byte[16];
      Arrays.fill(mapped, 10, 12, (byte) 0xff);
      System.arraycopy(ipv4, 0, mapped, 12, 4);

      assertThat(CLOSED.refusal(Inet6Address.getByAddress("mapped", mapped, -1)))
          .isEqualTo(CLOSED.refusal(InetAddress.getByAddress(ipv4)));
    }
  }
}
