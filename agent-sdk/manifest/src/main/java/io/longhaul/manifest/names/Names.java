package io.longhaul.manifest.names;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Every name of an agent in AWS, the same for those who make things, those who use them and those
 * who write the policies in between. Physical names carry the environment, first and without a
 * {@code -} of its own, so that no two agents of any environments share one. Immutable.
 *
 * @param parameterPrefix what parameter paths begin with, {@code /app} unless configured
 * @param agent the manifest's name
 * @param environment up to 16 of a-z and 0-9
 */
public record Names(String parameterPrefix, String agent, String environment) {

  /** Where the guide that teams migrate by puts parameters. */
  public static final String DEFAULT_PARAMETER_PREFIX = "/app";

  private static final String PLATFORM = "longhaul";

  /** AWS allows 32; eight are left for the suffix that makes a replacement's name another one. */
  private static final int TARGET_GROUP = 24;

  private static final int HASH = 6;

  /**
   * Refuses what would break out of a path or policy.
   *
   * @throws IllegalArgumentException if prefix, agent or environment is not of its form
   */
  public Names {
    require(parameterPrefix, "(/[A-Za-z0-9_.-]+)+", "a parameter prefix such as /app");
    require(agent, "[a-z][a-z0-9-]{0,18}[a-z0-9]", "an agent's name such as invoice-reader");
    require(environment, "[a-z][a-z0-9]{0,15}", "an environment such as prod");
  }

  /** Names with the usual parameter prefix. */
  public static Names of(String agent, String environment) {
    return new Names(DEFAULT_PARAMETER_PREFIX, agent, environment);
  }

  /** Under which the agent's values stand in Parameter Store: {@code /app/NAME/ENVIRONMENT}. */
  public String parameterPath() {
    return parameterPrefix + "/" + agent + "/" + environment;
  }

  /** The parameter of a config key. */
  public String parameter(String key) {
    return parameterPath() + "/" + key;
  }

  /** The queue of the agent's job tickets. */
  public String queue() {
    return physical();
  }

  /** The job table, which all agents of the environment share. */
  public String table() {
    return PLATFORM + "-" + environment + "-jobs";
  }

  /** A partition key of the job table. All of an agent's begin alike; policies rely on it. */
  public String tableKey(String rest) {
    return agent + "#" + rest;
  }

  /** Every partition key of the agent, as a pattern for {@code dynamodb:LeadingKeys}. */
  public String tableKeys() {
    return tableKey("*");
  }

  /** Where the agent's logs go. */
  public String logGroup() {
    return "/" + PLATFORM + "/" + environment + "/" + agent;
  }

  /** The CloudWatch namespace that the agent may write to. */
  public String metricNamespace() {
    return "Longhaul/" + environment + "/" + agent;
  }

  /** The role of the agent's tasks. */
  public String role() {
    return physical();
  }

  /**
   * The agent's host name: one label before the domain, because a wildcard certificate covers one.
   *
   * @param domain the environment's own, such as {@code agents.example.com}
   */
  public String host(String domain) {
    return agent + "." + domain;
  }

  /** The agent's target group; a name that would be too long is cut and ends in a hash. */
  public String targetGroup() {
    var whole = environment + "-" + agent;
    if (whole.length() <= TARGET_GROUP) {
      return whole;
    }
    return whole.substring(0, TARGET_GROUP - HASH - 1) + "-" + hash(whole);
  }

  private String physical() {
    return PLATFORM + "-" + environment + "-" + agent;
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HASH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  private static void require(String value, String regex, String expected) {
    if (!value.matches(regex)) {
      throw new IllegalArgumentException("Expected " + expected + ", found \"" + value + '"');
    }
  }
}
