package io.longhaul.manifest;

import java.util.List;

/** What each way of access needs. */
final class AccessRules {

  private AccessRules() {}

  static void check(Check check) {
    var access = check.manifest().access();
    if (access == null || !check.written().has("access.auth")) {
      return;
    }
    if (access.auth() == Auth.JWT) {
      jwt(check);
    } else {
      List.of("access.issuer", "access.audience").forEach(key -> onlyForJwt(check, key));
    }
  }

  private static void jwt(Check check) {
    if (!check.written().mentions("access.issuer")) {
      check.refuse(
          "access.auth",
          "jwt without an issuer",
          "issuer as well",
          "Name who signs the tokens, such as issuer: https://login.example.com/tenant.");
    }
  }

  private static void onlyForJwt(Check check, String key) {
    if (check.written().has(key)) {
      check.refuseLast(
          List.of(key, "access.auth"),
          key + " without auth: jwt",
          "auth: jwt beside it",
          "Remove it, or write auth: jwt.");
    }
  }
}
