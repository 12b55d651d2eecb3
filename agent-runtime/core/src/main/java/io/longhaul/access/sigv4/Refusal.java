package io.longhaul.access.sigv4;

import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import java.util.List;

/** Why a signature is not taken, and what to do. None shows what the right one would be. */
final class Refusal {

  private Refusal() {}

  static Problem missing() {
    return of(
        ProblemType.MISSING_SIGNATURE,
        "This call needs a signature (AWS Signature Version 4) in the header Authorization, by a"
            + " key of this service.");
  }

  static Problem presigned() {
    return of(
        ProblemType.MISSING_SIGNATURE,
        "Signatures in the query (presigned URLs) are not taken. Sign in the header"
            + " Authorization.");
  }

  static Problem malformed() {
    return incomplete(
        "The header Authorization must be one: AWS4-HMAC-SHA256"
            + " Credential=ID/yyyyMMdd/REGION/SERVICE/aws4_request, SignedHeaders=a;b,"
            + " Signature=64 hexadecimal digits.");
  }

  static Problem otherService(String service, List<String> services) {
    return incomplete(
        "Credential should be scoped to one of the services %s; it is scoped to %s."
            .formatted(String.join(" and ", services), service));
  }

  static Problem unsorted() {
    return incomplete("SignedHeaders must be sorted, each name once.");
  }

  static Problem unsignedHeader(String name) {
    return incomplete(
        "The header %s must be signed, as host, x-amz-date and every x-amz- header must."
            .formatted(name));
  }

  static Problem absentHeader(String name) {
    return incomplete("The header %s is signed, and was not sent.".formatted(name));
  }

  static Problem badDate() {
    return incomplete("The header x-amz-date must be a time such as 20260131T235959Z.");
  }

  static Problem otherDate(String date, SigningTime time) {
    return incomplete(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
            + " '%s' and '%s'.".formatted(date, time));
  }

  static Problem brokenEscape() {
    return incomplete("The query has a broken %-escape.");
  }

  static Problem unsignedBody() {
    return incomplete(
        "The header x-amz-content-sha256 must be the body's SHA-256: a body that is not signed"
            + " (UNSIGNED-PAYLOAD), or in signed chunks, is not taken.");
  }

  /** AWS keeps what would verify them; nobody else can. */
  static Problem roleCredentials() {
    return of(
        ProblemType.UNKNOWN_ACCESS_KEY,
        "The security token included in the request is invalid: credentials of a role or session"
            + " cannot be verified outside AWS. Sign with a key of this service's SIGV4_KEYS.");
  }

  static Problem unknownKey() {
    return of(
        ProblemType.UNKNOWN_ACCESS_KEY,
        "The security token included in the request is invalid: the access key id is not one of"
            + " this service's SIGV4_KEYS.");
  }

  /** In AWS's words, by which tools know it. */
  static Problem expired(SigningTime time, SigningTime earliest, SigningTime now) {
    return wrong(
        "Signature expired: %s is now earlier than %s (%s - %d min.)"
            .formatted(time, earliest, now, SigningTime.TOLERANCE.toMinutes()));
  }

  /** In AWS's words, by which tools know it. */
  static Problem early(SigningTime time, SigningTime latest, SigningTime now) {
    return wrong(
        "Signature not yet current: %s is still later than %s (%s + %d min.)"
            .formatted(time, latest, now, SigningTime.TOLERANCE.toMinutes()));
  }

  static Problem wrong() {
    return wrong(
        "The request signature we calculated does not match the signature you provided. Check the"
            + " secret of your access key, and that nothing changed the call on its way.");
  }

  static Problem otherBody() {
    return wrong("The body is not the one that x-amz-content-sha256 names.");
  }

  private static Problem wrong(String detail) {
    return of(ProblemType.INVALID_SIGNATURE, detail);
  }

  private static Problem incomplete(String detail) {
    return of(ProblemType.INCOMPLETE_SIGNATURE, detail);
  }

  private static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail)
        .header("WWW-Authenticate", Proof.ALGORITHM + " realm=\"longhaul\"");
  }
}
