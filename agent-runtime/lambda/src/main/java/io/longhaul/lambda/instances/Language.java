package io.longhaul.lambda.instances;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the processes of one of Lambda's runtimes are started. */
public sealed interface Language {

  /** The command, with the handler's code as its current folder. */
  List<String> command(Seen seen, String handler);

  /** Search paths and what else the language wants, beside what every runtime has. */
  Map<String, String> environment(Seen seen);

  /** Folders of the machine that it must see. */
  List<Path> needed();

  /** Whether its client runs calls side by side in processes of their own, on a connection each. */
  default boolean forks() {
    return false;
  }

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
    public boolean forks() {
      return true;
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
   * @param java the command, at its real path
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
      line.addAll(List.of("-cp", classPath(seen), CLIENT + ".AWSLambda", handler));
      return line;
    }

    /** The client itself looks into {@code /opt/java/lib}, wherever the layers stand. */
    private String classPath(Seen seen) {
      var own = home.resolve("lib") + "/*";
      return seen.opt().equals(Seen.AS_ON_LAMBDA.opt())
          ? own
          : own + ":" + seen.opt().resolve("java/lib/*");
    }

    @Override
    public Map<String, String> environment(Seen seen) {
      return Map.of(
          "AWS_EXECUTION_ENV", "AWS_Lambda_" + word, "LAMBDA_RUNTIME_DIR", home.toString());
    }

    @Override
    public List<Path> needed() {
      return List.of(home, java.resolve("../..").normalize());
    }
  }

  /**
   * Node under aws-lambda-ric.
   *
   * @param home {@code bin/node}, the client in {@code client}, and what Lambda's runtime carries
   *     in {@code sdk}
   * @param hooks the module by which an import finds what NODE_PATH names
   * @param links where links in the home lead
   * @param memory of the instance, in MB
   * @param concurrency calls at a time; above 1 only version 4 of the client can
   */
  record Node(Path home, Path hooks, List<Path> links, String word, int memory, int concurrency)
      implements Language {

    /** Lambda's own: half of the young tenth is one semi-space. */
    private static final int OLD_PERCENT = 90;

    private static final int SEMI_SPACE_PERCENT = 5;

    /** As many as the client starts for a processor by itself. */
    private static final int WORKERS_OF_A_PROCESSOR = 8;

    /** What libuv has for a process whose polls hold none of its threads. */
    private static final int THREADS = 4;

    /** Copies the list. */
    public Node {
      links = List.copyOf(links);
    }

    @Override
    public List<String> command(Seen seen, String handler) {
      var line = new ArrayList<String>();
      line.add(home.resolve("bin/node").toString());
      if (concurrency == 1) {
        line.add("--max-http-header-size=81920"); // worker threads refuse it
      }
      line.addAll(
          List.of(
              "--expose-gc",
              "--max-semi-space-size=" + Math.max(1, memory * SEMI_SPACE_PERCENT / 100),
              "--max-old-space-size=" + memory * OLD_PERCENT / 100,
              "--import",
              hooks.toUri().toString(),
              home.resolve("client/node_modules/.bin/aws-lambda-ric").toString(),
              handler));
      return line;
    }

    @Override
    public Map<String, String> environment(Seen seen) {
      var all = new HashMap<String, String>();
      all.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + word);
      all.put("LAMBDA_RUNTIME_DIR", runtime().toString());
      all.put("NODE_PATH", searched(seen));
      if (concurrency > 1) {
        int workers =
            Math.min(
                concurrency, WORKERS_OF_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
        all.put("AWS_LAMBDA_NODEJS_WORKER_COUNT", Integer.toString(workers));
        // each poll holds a thread of the pool that files and names are read on
        all.put("UV_THREADPOOL_SIZE", Integer.toString(workers + THREADS));
      }
      return all;
    }

    private Path runtime() {
      return home.resolve("sdk");
    }

    /** In Lambda's order, behind the node_modules folders that stand beside the code. */
    private String searched(Seen seen) {
      var node = seen.opt().resolve("nodejs");
      return String.join(
          ":",
          node.resolve(word.replaceAll("nodejs(\\d+)\\.x", "node$1"))
              .resolve("node_modules")
              .toString(),
          node.resolve("node_modules").toString(),
          runtime().resolve("node_modules").toString(),
          runtime().toString(),
          seen.task().toString());
    }

    @Override
    public List<Path> needed() {
      return Stream.concat(Stream.of(home, hooks), links.stream()).toList();
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
