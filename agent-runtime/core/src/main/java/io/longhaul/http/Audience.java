package io.longhaul.http;

/** Who may call a route. */
public enum Audience {
  /** Everybody: what load balancers, containers and registries ask. */
  ALL,
  /** Who the service's access mode lets in. */
  CALLERS,
  /** Who holds a key, whatever the access mode is. */
  OPERATORS
}
