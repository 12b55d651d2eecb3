package io.longhaul.access;

import io.longhaul.agent.Secret;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * The keys of {@code API_KEYS}, as they are now: while keys rotate, the old and the new one stand
 * in the list.
 */
final class ApiKeys {

  static final String HEADER = "X-Api-Key";

  private final Supplier<List<Secret>> setting;
  private volatile Parsed parsed = new Parsed(List.of(), List.of());

  ApiKeys(Supplier<List<Secret>> setting) {
    this.setting = setting;
  }

  boolean none() {
    return current().isEmpty();
  }

  /**
   * Finds the caller by its key. Every key is compared whole, so that the time tells nothing.
   *
   * @throws Problem if the key is missing or wrong
   */
  Caller require(HttpServletRequest request) {
    String sent = request.getHeader(HEADER);
    if (sent == null) {
      throw unauthorized("This call needs an API key in the header X-Api-Key.");
    }
    byte[] digest = digest(sent);
    Caller caller = null;
    for (Key key : current()) {
      if (MessageDigest.isEqual(key.digest, digest)) {
        caller = key.caller;
      }
    }
    if (caller == null) {
      throw unauthorized("The API key in the header X-Api-Key is not one of this service's.");
    }
    return caller;
  }

  private List<Key> current() {
    List<Secret> now = setting.get();
    Parsed last = parsed;
    if (!now.equals(last.source)) {
      last = new Parsed(now, now.stream().map(key -> new Key(digest(key.reveal()))).toList());
      parsed = last;
    }
    return last.keys;
  }

  private static Problem unauthorized(String detail) {
    return new Problem(ProblemType.UNAUTHORIZED, detail)
        .header("WWW-Authenticate", "ApiKey realm=\"longhaul\", header=\"X-Api-Key\"");
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private record Parsed(List<Secret> source, List<Key> keys) {}

  /** Only the digest is kept: equal lengths make the comparison constant. */
  private static final class Key {
    private final byte[] digest;
    private final Caller caller;

    Key(byte[] digest) {
      this.digest = digest;
      this.caller = new Caller("key-" + HexFormat.of().formatHex(digest, 0, 6));
    }
  }
}
