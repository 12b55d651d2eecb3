package io.longhaul.jobs;

import io.longhaul.handler.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One use of an idempotency key.
 *
 * @param scope a hash of caller, path and key: two uses of one scope mean the same execution
 * @param fingerprint a hash of the body: must be the same for every use of a scope
 */
public record KeyUse(String scope, String fingerprint) {

  static KeyUse of(Caller caller, String path, String key, Json input) {
    return new KeyUse(
        hash(
            caller.name().getBytes(StandardCharsets.UTF_8),
            path.getBytes(StandardCharsets.UTF_8),
            key.getBytes(StandardCharsets.UTF_8)),
        hash(input.utf8()));
  }

  /** The length before each part keeps ("a", "bc") and ("ab", "c") apart. */
  private static String hash(byte[]... parts) {
    var digest = sha256();
    for (byte[] part : parts) {
      digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
