package io.longhaul.lambda.instances;

import java.nio.file.Path;
import java.util.List;

/** What one instance's process sees of the machine. */
sealed interface Isolation permits Bubblewrap, Isolation.None {

  /** How it sees what really stands there. */
  Seen seen(Seen real);

  /**
   * The command that runs another one with that view.
   *
   * @param needed folders that must be seen at their own paths, wherever they lie
   */
  List<String> wrap(List<String> command, Seen real, List<Path> needed);

  /** The process that runs the command, which may be below the one that was started. */
  ProcessHandle inner(ProcessHandle started);

  /** The machine as it is. */
  record None() implements Isolation {

    @Override
    public Seen seen(Seen real) {
      return real;
    }

    @Override
    public List<String> wrap(List<String> command, Seen real, List<Path> needed) {
      return command;
    }

    @Override
    public ProcessHandle inner(ProcessHandle started) {
      return started;
    }
  }
}
