package io.longhaul.access.sigv4;

import io.longhaul.config.AccessKey;
import io.longhaul.http.Body;
import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who signed the call with one of this service's keys. Body included: it is read here,
 * within its limit, and on every route, also on those that make no use of it. A signature is good
 * for {@link SigningTime#TOLERANCE}, as on AWS; within that time the same call can be repeated.
 */
public final class Signatures {

  private static final String CONTENT_HASH = "x-amz-content-sha256";

  private final Supplier<List<AccessKey>> keys;
  private final Clock clock;

  /** Takes the keys as they are now, asked by every call. */
  public Signatures(Supplier<List<AccessKey>> keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Finds the caller by its signature.
   *
   * @throws io.longhaul.http.Problem if it is missing, incomplete, too old or wrong
   */
  public Caller require(HttpServletRequest request, Body body) throws IOException {
    var headers = Headers.of(request);
    var proof = Proof.of(headers, request.getQueryString());
    headers.requireSigned(proof.signedHeaders());
    if (headers.first("x-amz-security-token") != null) {
      throw Refusal.roleCredentials();
    }
    var candidates = keys.get().stream().filter(key -> key.id().equals(proof.id())).toList();
    if (candidates.isEmpty()) {
      throw Refusal.unknownKey();
    }
    var time = SigningTime.of(headers.first(SigningTime.HEADER));
    time.require(proof.scope());
    time.require(clock.instant());
    verify(request, headers, proof, time, body, candidates);
    return new Caller("sigv4-" + proof.id());
  }

  /**
   * Looks at the body last: nobody without a key makes the service read one that names its hash.
   */
  private static void verify(
      HttpServletRequest request,
      Headers headers,
      Proof proof,
      SigningTime time,
      Body body,
      List<AccessKey> candidates)
      throws IOException {
    String claimed = contentHash(headers);
    String hash = claimed == null ? Digests.sha256(body.look()) : claimed;
    var canonical =
        new CanonicalRequest(
            request.getMethod(),
            request.getRequestURI(),
            request.getQueryString(),
            headers.canonical(proof.signedHeaders()),
            hash);
    var signed = new SignedText(time, proof.scope(), canonical);
    boolean right = false;
    for (AccessKey key : candidates) {
      right |= signed.isSignedBy(key.secret(), proof.signature());
    }
    if (!right) {
      throw Refusal.wrong();
    }
    if (claimed != null && !claimed.equals(Digests.sha256(body.look()))) {
      throw Refusal.otherBody();
    }
  }

  private static @Nullable String contentHash(Headers headers) {
    String claimed = headers.first(CONTENT_HASH);
    if (claimed != null && !claimed.matches("[0-9a-f]{64}")) {
      throw Refusal.unsignedBody();
    }
    return claimed;
  }
}
