package io.longhaul.lambda.invokeapi;

import io.longhaul.events.Origin;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.manifest.Manifest;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which callers know this agent. An ARN's region, account and qualifier are read over:
 * a service answers in one environment, and callers keep the ARN that they had.
 *
 * @param region where the ARN of an unknown function is said to be
 */
record FunctionNames(Set<String> known, String region) {

  /** As in AWS's own description of the parameter FunctionName. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:arn:aws[a-zA-Z-]*:lambda:)?(?:[a-z]{2}(?:-[a-z]+)+-[0-9]:)?(?:[0-9]{12}:)?"
              + "(?:function:)?([a-zA-Z0-9_.-]+)(?::(\\$LATEST|[a-zA-Z0-9_-]+))?");

  private static final String ACCOUNT = "123456789012";

  static FunctionNames of(Manifest manifest) {
    var names = new LinkedHashSet<String>();
    String function = manifest.functionName();
    if (function != null) {
      names.add(function);
    }
    names.add(manifest.name());
    return new FunctionNames(names, Origin.of(System.getenv()).region());
  }

  /**
   * Refuses every other function.
   *
   * @param name a name, a partial ARN or a whole one, each with a qualifier or without
   */
  void require(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches() || !known.contains(matcher.group(1))) {
      throw new Problem(
          ProblemType.UNKNOWN_PATH,
          "Function not found: %s. This service answers to %s."
              .formatted(arn(name), String.join(" and ", known)));
    }
  }

  /** Lambda answers with the whole ARN; what is no name of a function stays as it was said. */
  private String arn(String name) {
    Matcher matcher = NAME.matcher(name);
    if (name.startsWith("arn:") || !matcher.matches()) {
      return name;
    }
    String qualifier = matcher.group(2) == null ? "" : ":" + matcher.group(2);
    return "arn:aws:lambda:%s:%s:function:%s%s"
        .formatted(region, ACCOUNT, matcher.group(1), qualifier);
  }
}
