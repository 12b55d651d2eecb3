package io.longhaul.lambda.instances;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the processes of one of Lambda's runtimes are started. */
public sealed interface Language {

  /** The command, with the handler's code as its current folder. */
  List<String> command(Seen seen, String handler);

  /** Search paths and what else the language wants, beside what every runtime has. */
  Map<String, String> environment(Seen seen);

  /** Folders of the machine that it must see. */
  List<Path> needed();

  /**
   * Python under awslambdaric.
   *
   * @param home a virtual environment with the client, and behind the function's own packages boto3
   * @param word as AWS_EXECUTION_ENV names it: the client changes with its version
   */
  record Python(Path home, String word) implements Language {

    @Override
    public List<String> command(Seen seen, String handler) {
      return List.of(home.resolve("bin/python").toString(), "-m", "awslambdaric", handler);
    }

    @Override
    public Map<String, String> environment(Seen seen) {
      return Map.of(
          "AWS_EXECUTION_ENV", "AWS_Lambda_" + word,
          "LAMBDA_RUNTIME_DIR", home.toString(),
          "PYTHONPATH", searched(seen));
    }

    /** The function's own packages, then the layers'; boto3 stands behind them, in the home. */
    private String searched(Seen seen) {
      var python = seen.opt().resolve("python");
      return String.join(
          ":",
          seen.task().toString(),
          python.toString(),
          python.resolve("lib/" + word + "/site-packages").toString());
    }

    @Override
    public List<Path> needed() {
      return List.of(home);
    }
  }

  /**
   * Java under aws-lambda-java-runtime-interface-client, which finds the handler's classes and
   * {@code lib/*.jar} in its current folder.
   *
   * @param home the client's jars in lib, and its native code, unpacked
   * @param java the command
   * @param heap in MB
   */
  record Java(Path home, Path java, String word, int heap) implements Language {

    /** In {@code home}: the client unpacks it to one fixed path, where starts meet and crash. */
    static final String NATIVE = "libaws-lambda-jni.so";

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client";

    @Override
    public List<String> command(Seen seen, String handler) {
      var line = new ArrayList<String>();
      line.add(java.toString());
      if (java.startsWith(System.getProperty("java.home"))) {
        line.add("--enable-native-access=ALL-UNNAMED"); // an old JVM would not start with it
      }
      line.add("-XX:+UseSerialGC");
      line.add("-Xmx" + heap + "m");
      line.add("-D" + CLIENT + ".runtimeapi.NativeClient.JNI=" + home.resolve(NATIVE));
      line.addAll(List.of("-cp", home.resolve("lib") + "/*", CLIENT + ".AWSLambda", handler));
      return line;
    }

    @Override
    public Map<String, String> environment(Seen seen) {
      return Map.of(
          "AWS_EXECUTION_ENV", "AWS_Lambda_" + word, "LAMBDA_RUNTIME_DIR", home.toString());
    }

    @Override
    public List<Path> needed() {
      return List.of(home, Path.of(System.getProperty("java.home")));
    }
  }

  /** Any executable of the name bootstrap. */
  record Provided(String word) implements Language {

    @Override
    public List<String> command(Seen seen, String handler) {
      return List.of(seen.task().resolve("bootstrap").toString());
    }

    @Override
    public Map<String, String> environment(Seen seen) {
      return Map.of(
          "AWS_EXECUTION_ENV", "AWS_Lambda_" + word, "LAMBDA_RUNTIME_DIR", seen.task().toString());
    }

    @Override
    public List<Path> needed() {
      return List.of();
    }
  }
}
