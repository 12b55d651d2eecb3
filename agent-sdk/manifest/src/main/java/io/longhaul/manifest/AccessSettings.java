package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import io.longhaul.manifest.binding.Key.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who may call.
 *
 * @param issuer null unless {@code auth} is {@code jwt}
 * @param audience null: any
 */
public record AccessSettings(
    @Key(
            value =
                "How callers prove who they are. none (everyone) and network (whoever the network"
                    + " lets through) must be written out.",
            required = true,
            example = "api-key")
        Auth auth,
    @Key(
            value =
                "For jwt: the issuer of the tokens; its keys are found by OpenID Connect discovery."
                    + " https, or http on loopback.",
            example = "https://login.example.com/tenant")
        @Nullable URI issuer,
    @Key(
            value = "For jwt: the audience that a token must name.",
            text = @Pattern(regex = Patterns.LINE, expected = Patterns.LINE_TEXT),
            example = "invoice-reader")
        @Nullable String audience) {}
