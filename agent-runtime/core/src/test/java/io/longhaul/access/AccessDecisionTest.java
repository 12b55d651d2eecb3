package io.longhaul.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.longhaul.lifecycle.Place;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.manifest.AccessSettings;
import io.longhaul.manifest.Auth;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AccessDecisionTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final AccessSettings KEYS = new AccessSettings(Auth.API_KEY, null, null);

  @Test
  void localServiceOnLoopbackAsksNobody() {
    assertThat(new AccessDecision(Place.LOCAL, LOOPBACK, null, KEYS).mode())
        .isEqualTo(new AccessMode.Local());
  }

  @Test
  void optionGoesBeforeTheLocalRule() {
    assertThat(new AccessDecision(Place.LOCAL, LOOPBACK, Auth.API_KEY, null).mode())
        .isEqualTo(new AccessMode.Keys());
  }

  @Test
  void otherAddressThanLoopbackNeedsAccess() {
    assertRefused(new AccessDecision(Place.LOCAL, anywhere(), null, null), "others can reach it");
    assertThat(new AccessDecision(Place.LOCAL, anywhere(), null, KEYS).mode())
        .isEqualTo(new AccessMode.Keys());
  }

  @Test
  void ecsNeedsAccess() {
    assertRefused(new AccessDecision(Place.ECS, LOOPBACK, null, null), "who may call");
  }

  @Test
  void jwtNeedsAnIssuer() {
    assertRefused(new AccessDecision(Place.ECS, LOOPBACK, Auth.JWT, null), "issuer");
  }

  @Test
  void sigv4AsksForSignatures() {
    assertThat(new AccessDecision(Place.ECS, LOOPBACK, Auth.SIGV4, null).mode())
        .isEqualTo(new AccessMode.Signatures());
  }

  private static void assertRefused(AccessDecision decision, String part) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(decision::mode)
        .withMessageContaining(part)
        .satisfies(failure -> assertThat(failure.action()).isNotBlank());
  }

  private static InetAddress anywhere() {
    try {
      return InetAddress.getByAddress(new byte[4]);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
