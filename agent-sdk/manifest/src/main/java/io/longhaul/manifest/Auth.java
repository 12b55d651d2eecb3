package io.longhaul.manifest;

/** How callers prove who they are. */
public enum Auth {
  /** One of the keys in the secret {@code API_KEYS}, sent as {@code X-Api-Key}. */
  API_KEY,
  /** A bearer token of the issuer. */
  JWT,
  /** AWS Signature Version 4, as Lambda's own callers send it. */
  SIGV4,
  /** Whoever the network lets through. */
  NETWORK,
  /** Everyone. */
  NONE
}
