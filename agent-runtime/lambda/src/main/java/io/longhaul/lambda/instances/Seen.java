package io.longhaul.lambda.instances;

import java.nio.file.Path;

/**
 * Where a process finds its things: Lambda's paths behind bubblewrap, else where they stand.
 *
 * @param task the function's code
 * @param opt the layers
 * @param tmp temporary files
 */
public record Seen(Path task, Path opt, Path tmp) {

  static final Seen AS_ON_LAMBDA = new Seen(Path.of("/var/task"), Path.of("/opt"), Path.of("/tmp"));

  /** Where a path of Lambda's stands. */
  String path(String onLambda) {
    var path = Path.of(onLambda);
    if (path.startsWith(AS_ON_LAMBDA.opt())) {
      return opt.resolve(AS_ON_LAMBDA.opt().relativize(path)).toString();
    }
    return path.startsWith(AS_ON_LAMBDA.task())
        ? task.resolve(AS_ON_LAMBDA.task().relativize(path)).toString()
        : onLambda;
  }
}
