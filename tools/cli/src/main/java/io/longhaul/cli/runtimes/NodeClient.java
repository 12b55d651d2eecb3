package io.longhaul.cli.runtimes;

/** The versions of AWS's client for Node. */
enum NodeClient {

  /** The last that runs handlers with a callback, as Lambda does until nodejs22.x. */
  CALLBACKS("3.3.0"),

  /** Runs several calls at a time. */
  WORKERS("4.0.2");

  private static final int LAST_WITH_CALLBACKS = 22;

  private final String version;

  NodeClient(String version) {
    this.version = version;
  }

  /** The one for a version of Node, and calls at a time. */
  static NodeClient of(int node, int concurrency) {
    return node <= LAST_WITH_CALLBACKS && concurrency == 1 ? CALLBACKS : WORKERS;
  }

  String version() {
    return version;
  }

  int major() {
    return Character.digit(version.charAt(0), 10);
  }
}
