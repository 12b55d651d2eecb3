package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A virtual environment with the client and what Lambda's Python runtimes carry beside it.
 *
 * @param folder names version and pins: other pins make another one, and running services keep
 *     theirs
 */
record PythonClient(Path folder) {

  /** Both need Python 3.10: {@link Pythons#OLDEST}. */
  static final List<String> PINS = List.of("awslambdaric==4.2.2", "boto3==1.44.8");

  static PythonClient of(Checkout checkout, int minor) {
    var name = Python.version(minor) + "-" + Pins.hash(String.join(" ", PINS));
    return new PythonClient(checkout.data().resolve("runtimes").resolve(name));
  }

  Path program() {
    return folder.resolve("bin/python");
  }

  /** Written last. It holds the interpreter, which an update of the machine may take away. */
  Path marker() {
    return folder.resolve("complete");
  }

  boolean complete() {
    try {
      return Files.readString(marker()).equals(interpreter().toString());
    } catch (IOException _) {
      return false;
    }
  }

  Path interpreter() throws IOException {
    return program().toRealPath();
  }

  RuntimeClient found(boolean exact) {
    try {
      return new RuntimeClient(folder, List.of(marker(), interpreter()), exact);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
