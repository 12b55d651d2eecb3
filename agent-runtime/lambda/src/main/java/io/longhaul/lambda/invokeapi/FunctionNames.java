package io.longhaul.lambda.invokeapi;

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
 */
record FunctionNames(Set<String> known) {

  /** As in AWS's own description of the parameter FunctionName. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:arn:aws[a-zA-Z-]*:lambda:)?(?:[a-z]{2}(?:-[a-z]+)+-[0-9]:)?(?:[0-9]{12}:)?"
              + "(?:function:)?([a-zA-Z0-9_.-]+)(?::(?:\\$LATEST|[a-zA-Z0-9_-]+))?");

  static FunctionNames of(Manifest manifest) {
    var names = new LinkedHashSet<String>();
    String function = manifest.functionName();
    if (function != null) {
      names.add(function);
    }
    names.add(manifest.name());
    return new FunctionNames(names);
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
              .formatted(name, String.join(" and ", known)));
    }
  }
}
