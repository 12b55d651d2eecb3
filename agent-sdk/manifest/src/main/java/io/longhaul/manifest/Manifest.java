package io.longhaul.manifest;

import io.longhaul.manifest.binding.Key;
import io.longhaul.manifest.binding.Key.Pattern;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An {@code agent.yaml} as it holds in one environment: overlays merged, defaults filled in,
 * contradictions refused. Deeply immutable; maps keep the order of the file.
 *
 * @param folder where the file lies; {@code code}, {@code layers} and {@code .env} stand beside it
 * @param environment the one it was read for
 * @param manifest the version of the file's format
 * @param owner null: nobody named
 * @param runtime null: a native agent, whose handler is its class
 * @param code null: a native agent, whose code is on the class path
 * @param functionName null: no caller knows it by a name of Lambda
 * @param access null: not said, which is enough for a local run only
 */
public record Manifest(
    Path folder,
    String environment,
    @Key(value = "The version of this format.", required = true, oneOf = 1, example = "1")
        int manifest,
    @Key(
            value = "The agent's name; also host name, queue, role and target group.",
            required = true,
            text =
                @Pattern(
                    regex = "[a-z][a-z0-9-]{0,18}[a-z0-9]",
                    expected =
                        "2 to 20 of a-z, 0-9 and -, beginning with a letter and not ending with -"),
            example = "invoice-reader")
        String name,
    @Key(
            value = "The agent's version, shown to callers.",
            required = true,
            text =
                @Pattern(
                    regex = "[0-9A-Za-z][0-9A-Za-z._+-]{0,127}",
                    expected = "letters, digits and . _ + -, such as 1.4.0"),
            example = "1.4.0")
        String version,
    @Key(
            value = "Who is called when it fails.",
            text = @Pattern(regex = Patterns.LINE, expected = Patterns.LINE_TEXT),
            example = "team-billing")
        @Nullable String owner,
    @Key(
            value = "What the agent does, in a sentence.",
            required = true,
            text = @Pattern(regex = "[\\s\\S]*\\S[\\s\\S]*", expected = "a sentence"),
            example = "Reads invoices from uploaded PDFs")
        String description,
    @Key(
            value = "What callers can find it by.",
            byDefault = "[]",
            text =
                @Pattern(
                    regex = "[a-z0-9][a-z0-9-]{0,62}",
                    expected = "up to 63 of a-z, 0-9 and -"),
            example = "[read-invoices]")
        List<String> capabilities,
    @Key(
            value =
                "What the agent is, which decides the defaults of capacity, deployment and scaling:"
                    + " http answers in seconds, stream holds connections open, worker works"
                    + " through a queue in minutes, long runs jobs for hours or days.",
            byDefault = "http")
        Kind kind,
    @Key(
            value =
                "The runtime of a Lambda handler, in Lambda's words. Absent: a native Java agent.",
            example = "python3.13")
        @Nullable LambdaRuntime runtime,
    @Key(
            value =
                "The code that runs: as Lambda's setting of that name, or the class of a native"
                    + " agent.",
            required = true,
            text = @Pattern(regex = Patterns.LINE, expected = Patterns.LINE_TEXT),
            example = "app.lambda_handler")
        String handler,
    @Key(
            value =
                "The folder, jar or zip with the code, beside the manifest: of a Lambda handler, or of a native"
                    + " agent outside this repository.",
            text = @Pattern(regex = Patterns.PATH, expected = Patterns.PATH_TEXT),
            example = "src")
        @Nullable String code,
    @Key(
            value = "Folders or zips whose content stands under /opt, in order.",
            byDefault = "[]",
            text = @Pattern(regex = Patterns.PATH, expected = Patterns.PATH_TEXT),
            example = "[layers/fonts]")
        List<String> layers,
    @Key(
            value = "The name that callers of the Lambda Invoke API know it by.",
            text =
                @Pattern(
                    regex = "[A-Za-z0-9_-]{1,64}",
                    expected = "up to 64 letters, digits, - and _"),
            example = "InvoiceReader_prod")
        @Nullable String functionName,
    @Key(
            value =
                "Processes of a Lambda handler in one task; calls at a time are instances ×"
                    + " concurrency. A native agent has one.",
            byDefault = "1",
            minimum = "1",
            maximum = "1000",
            example = "4")
        int instances,
    @Key(
            value = "Calls at a time inside one instance, where the runtime's client can.",
            defaultText = "1; 256 for a native agent",
            minimum = "1",
            maximum = "100000",
            example = "1")
        int concurrency,
    @Key(
            value = "Plain environment of the handler.",
            byDefault = "{}",
            literal = true,
            names =
                @Pattern(
                    regex = "[A-Za-z_][A-Za-z0-9_]*",
                    expected = "letters, digits and _, beginning with no digit"),
            example = "{LOG_LEVEL: info}")
        Map<String, String> env,
    @Key(
            value =
                "What the agent is configured with: from Parameter Store, else the environment,"
                    + " else .env beside the manifest, else the default.",
            byDefault = "{}",
            names =
                @Pattern(
                    regex = "[A-Za-z][A-Za-z0-9_./-]*",
                    expected = "letters, digits and _ . / -, beginning with a letter"),
            example = "{MODEL: {default: small}}")
        Map<String, ConfigKey> config,
    @Key(value = "How jobs run.", byDefault = "{}") JobSettings jobs,
    @Key(value = "Event invocations: their retries are jobs.attempts − 1.", byDefault = "{}")
        AsyncSettings async,
    @Key(value = "How the agent is called over HTTP.", byDefault = "{}") HttpSettings http,
    @Key("Who may call. On ECS the service does not start without it.")
        @Nullable AccessSettings access,
    @Key(
            value = "Outgoing calls, each dependency with its resilience.",
            byDefault = "{}",
            names =
                @Pattern(
                    regex = "[a-z][a-z0-9-]{0,62}",
                    expected = "up to 63 of a-z, 0-9 and -, beginning with a letter"),
            example = "{web: {timeout: 10s, rate: 20/s}}")
        Map<String, ClientSettings> clients,
    @Key(value = "What starts jobs without a caller.", byDefault = "[]") List<Trigger> triggers,
    @Key(value = "What one task has.", byDefault = "{}") ResourceSettings resources,
    @Key(value = "How many tasks there are.", byDefault = "{}") ScalingSettings scaling,
    @Key(
            value =
                "What the agent may do in AWS beside using its own queue, values and table keys.",
            byDefault = "[]")
        List<Permission> permissions) {

  /** Copies lists and maps. */
  public Manifest {
    capabilities = List.copyOf(capabilities);
    layers = List.copyOf(layers);
    env = inOrder(env);
    config = inOrder(config);
    clients = inOrder(clients);
    triggers = List.copyOf(triggers);
    permissions = List.copyOf(permissions);
  }

  /** Whether the handler is a Java class written against the SDK, not a Lambda handler. */
  public boolean nativeAgent() {
    return runtime == null;
  }

  /** Calls at a time in one task. */
  public int places() {
    return instances * concurrency;
  }

  /** What one instance of a Lambda handler may use, in MB: the service's own part is left out. */
  public int instanceMemory() {
    return MemoryShares.instance(resources.memory(), instances);
  }

  private static <V> Map<String, V> inOrder(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
