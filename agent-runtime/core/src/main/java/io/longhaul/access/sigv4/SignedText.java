package io.longhaul.access.sigv4;

import io.longhaul.agent.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What a signature is made of (AWS: string to sign). */
record SignedText(SigningTime time, Scope scope, CanonicalRequest request) {

  /** Compares whole signatures, so that the time tells nothing. */
  boolean isSignedBy(Secret secret, String signature) {
    return MessageDigest.isEqual(
        signature(secret).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.US_ASCII));
  }

  String signature(Secret secret) {
    byte[] key = ("AWS4" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {scope.date(), scope.region(), scope.service(), Scope.END}) {
      key = Digests.hmac(key, part);
    }
    return HexFormat.of().formatHex(Digests.hmac(key, toString()));
  }

  /** The text; header values in it are the bytes that were sent. */
  @Override
  public String toString() {
    byte[] canonical = request.toString().getBytes(StandardCharsets.ISO_8859_1);
    return String.join(
        "\n", Proof.ALGORITHM, time.toString(), scope.toString(), Digests.sha256(canonical));
  }
}
