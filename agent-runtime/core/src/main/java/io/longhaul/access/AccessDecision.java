package io.longhaul.access;

import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.Place;
import io.longhaul.lifecycle.StartFailure;
import io.longhaul.manifest.AccessSettings;
import io.longhaul.manifest.Auth;
import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What decides who may call.
 *
 * @param option the command line's {@code --access}; goes before the manifest
 * @param settings the manifest's {@code access}
 */
public record AccessDecision(
    Place place, InetAddress host, @Nullable Auth option, @Nullable AccessSettings settings) {

  /**
   * Decides.
   *
   * @throws StartFailure if nothing says who may call a service that others can reach
   */
  public AccessMode mode() {
    if (place == Place.LOCAL && option == null && host.isLoopbackAddress()) {
      return new AccessMode.Local();
    }
    Auth auth = option != null ? option : settings != null ? settings.auth() : null;
    return switch (auth) {
      case null -> throw undecided();
      case API_KEY -> new AccessMode.Keys();
      case JWT -> new AccessMode.Tokens(issuer(), settings == null ? null : settings.audience());
      case NETWORK, NONE -> new AccessMode.Open();
      case SIGV4 -> new AccessMode.Signatures();
    };
  }

  private URI issuer() {
    URI issuer = settings == null ? null : settings.issuer();
    if (issuer == null) {
      throw new StartFailure(
          ExitCode.CONFIGURATION,
          "Access is jwt, and the manifest names no issuer.",
          "Add access: {auth: jwt, issuer: https://…} to the manifest.");
    }
    return issuer;
  }

  private StartFailure undecided() {
    return new StartFailure(
        ExitCode.CONFIGURATION,
        place == Place.LOCAL
            ? "The service would listen on %s, where others can reach it, and nothing says who may call."
                .formatted(host.getHostAddress())
            : "Nothing says who may call this service.",
        "Add access: {auth: api-key} (or jwt, sigv4, network, none) to the manifest, or --access.");
  }
}
