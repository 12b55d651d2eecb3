package io.longhaul.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How callers prove who they are, once everything that decides it was looked at. */
public sealed interface AccessMode {

  /** What OpenAPI calls the proof; null where none is asked. */
  default @Nullable String scheme() {
    return null;
  }

  /** Nobody is asked, and only this machine is answered. */
  record Local() implements AccessMode {}

  /** An API key. */
  record Keys() implements AccessMode {
    @Override
    public String scheme() {
      return "api_key";
    }
  }

  /**
   * A bearer token.
   *
   * @param audience null: any
   */
  record Tokens(URI issuer, @Nullable String audience) implements AccessMode {
    @Override
    public String scheme() {
      return "bearer";
    }
  }

  /** A signature of AWS's kind, by a key of this service's own. */
  record Signatures() implements AccessMode {
    @Override
    public String scheme() {
      return "sigv4";
    }
  }

  /** Nobody is asked, since the manifest or the command line says so. */
  record Open() implements AccessMode {}
}
