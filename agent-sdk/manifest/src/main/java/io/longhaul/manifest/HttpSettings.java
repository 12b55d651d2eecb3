package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import io.longhaul.manifest.binding.Key.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent is called over HTTP.
 *
 * @param event null: the agent has no paths of its own
 * @param maxWait the key {@code wait}; null: no limit
 */
public record HttpSettings(
    @Key(
            value =
                "The event that a Lambda handler gets for a request to a path of its own. Absent:"
                    + " it has no such paths.",
            example = "api-gateway-v2")
        @Nullable HttpEvent event,
    @Key(
            value = "The routes of the API, which fill in path parameters and route key.",
            byDefault = "[]",
            text =
                @Pattern(
                    regex = "(\\$default|(ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /[!-~]*)",
                    expected = "a method and a path, such as GET /customers/{id}, or $default"),
            example = "[\"GET /customers/{id}\"]")
        List<String> routes,
    @Key(
            value = "The stage's name in the event.",
            byDefault = "$default",
            text =
                @Pattern(
                    regex = "(\\$default|[A-Za-z0-9_-]{1,128})",
                    expected = "$default, or letters, digits, - and _"))
        String stage,
    @Key(
            name = "wait",
            value =
                "How long a call is held before it is answered with 202 and a job. A caller's"
                    + " Prefer: wait=N goes first.",
            byDefault = "none",
            none = "no limit",
            minimum = "1s",
            example = "30s")
        @Nullable Duration maxWait,
    @Key(
            value = "Calls that may wait in order for a place; more are answered with 429.",
            byDefault = "1000",
            minimum = "0",
            maximum = "1000000")
        int waiting,
    @Key(
            value = "The largest body taken; larger ones are answered with 413.",
            byDefault = "6MB",
            none = "no limit but the memory's",
            minimum = "1KB",
            maximum = "1GB")
        @Nullable ByteSize maxBody,
    @Key(
            value =
                "The origins of browsers that may call. The setting ALLOW_ORIGINS replaces them.",
            byDefault = "[]",
            text =
                @Pattern(
                    regex = "(\\*|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?)",
                    expected = "an origin such as https://app.example.com, without a path, or *"),
            example = "[https://app.example.com]")
        List<String> cors,
    @Key(
            value =
                "The load balancers that the agent stands behind: public, public with long idle"
                    + " times, or reachable from inside the network only.",
            defaultText = "standard; streaming for kind: stream",
            example = "standard")
        Profile profile,
    @Key(
            value = "Host names beside the agent's own.",
            byDefault = "[]",
            text =
                @Pattern(
                    regex = Patterns.HOST,
                    expected = "a host name with a dot in it, such as api.example.com"),
            example = "[invoices.example.com]")
        List<String> hosts) {

  /** JVMs refuse a few less than the type allows. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 16;

  /** Copies the lists. */
  public HttpSettings {
    routes = List.copyOf(routes);
    cors = List.copyOf(cors);
    hosts = List.copyOf(hosts);
  }

  /** {@link #maxBody} in bytes; without a limit as many as an array holds. */
  public int maxBodyBytes() {
    return maxBody == null ? LONGEST_ARRAY : Math.toIntExact(maxBody.bytes());
  }
}
