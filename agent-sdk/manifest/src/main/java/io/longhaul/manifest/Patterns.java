package io.longhaul.manifest;

/** Regular expressions that several keys share, portable between Java and ECMA 262. */
final class Patterns {

  static final String LINE = "[^\\s\\x00-\\x1f\\x7f]([^\\x00-\\x1f\\x7f]*[^\\s\\x00-\\x1f\\x7f])?";
  static final String LINE_TEXT = "one line of text";

  static final String ARN = "arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}|aws|\\*)?:[!-~]+";

  static final String DESTINATION =
      "arn:aws[a-z-]*:(sqs|sns|lambda|events):[a-z0-9-]+:[0-9]{12}:[!-~]+";
  static final String DESTINATION_TEXT =
      "the ARN of a queue, topic, event bus or function, such as"
          + " arn:aws:sqs:eu-west-1:123456789012:failed";

  static final String QUEUE =
      "(arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:)?[A-Za-z0-9_-]{1,80}(\\.fifo)?";
  static final String QUEUE_TEXT =
      "a queue's name, or an ARN such as arn:aws:sqs:eu-west-1:123456789012:incoming";

  static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
  static final String BUCKET_TEXT =
      "a bucket's name: 3 to 63 lower-case letters, digits, dots and hyphens";

  /** A load balancer's host condition takes 128 characters and wants a dot. */
  static final String HOST = "(?=.{3,128}$)(\\*\\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}";

  /** Six fields, of the characters that EventBridge knows. */
  static final String CRON = "[A-Za-z0-9*?,/#-]+( +[A-Za-z0-9*?,/#-]+){5}";

  static final String PATH = "(?!/)[^\\\\\\x00-\\x1f]{1,500}";
  static final String PATH_TEXT = "a path relative to the manifest, with /";

  /** A variable fills its segment; one that takes several stands at the end. */
  static final String ROUTE =
      "(\\$default|(ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) "
          + "/((\\{[A-Za-z0-9_.-]+\\}|[!-.0-z|~]*)/)*"
          + "(\\{[A-Za-z0-9_.-]+\\+?\\}|[!-.0-z|~]*))";

  private Patterns() {}
}
