package io.longhaul.lambda.instances;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How the processes of one of Lambda's runtimes are started. */
public sealed interface Language {

  /** The command, with the handler's code as its current folder. */
  List<String> command(Path code, String handler);

  /** Search paths and what else the language wants, beside what every runtime has. */
  Map<String, String> environment(Path code);

  /**
   * Python under awslambdaric.
   *
   * @param home a virtual environment with the client, and behind the function's own packages boto3
   * @param word as AWS_EXECUTION_ENV names it: the client changes with its version
   */
  record Python(Path home, String word) implements Language {

    @Override
    public List<String> command(Path code, String handler) {
      return List.of(home.resolve("bin/python").toString(), "-m", "awslambdaric", handler);
    }

    @Override
    public Map<String, String> environment(Path code) {
      return Map.of(
          "AWS_EXECUTION_ENV", "AWS_Lambda_" + word,
          "LAMBDA_RUNTIME_DIR", home.toString(),
          "PYTHONPATH", code.toString());
    }
  }

  /** Any executable of the name bootstrap. */
  record Provided(String word) implements Language {

    @Override
    public List<String> command(Path code, String handler) {
      return List.of(code.resolve("bootstrap").toString());
    }

    @Override
    public Map<String, String> environment(Path code) {
      return Map.of(
          "AWS_EXECUTION_ENV", "AWS_Lambda_" + word, "LAMBDA_RUNTIME_DIR", code.toString());
    }
  }
}
