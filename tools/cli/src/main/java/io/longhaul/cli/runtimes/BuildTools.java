package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Shell;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What AWS's clients for Node are compiled with. */
public final class BuildTools {

  private static final List<Tool> ALWAYS =
      List.of(
          new Tool("cmake", "cmake", "cmake"),
          new Tool("make", "make", "make"),
          new Tool("g++", "g++", "gcc-c++"),
          new Tool("python3", "python3", "python3"));

  private static final List<Tool> FOR_3 =
      List.of(
          new Tool("autoconf", "autoconf", "autoconf"),
          new Tool("automake", "automake", "automake"),
          new Tool("libtoolize", "libtool", "libtool"));

  private static final List<Tool> FOR_4 = List.of(new Tool("xz", "xz-utils", "xz"));

  private final Programs programs;
  private final Checkout checkout;

  /** Looks along the PATH of where the command was typed. */
  public BuildTools(Shell shell, Checkout checkout) {
    this.programs = new Programs(shell);
    this.checkout = checkout;
  }

  /**
   * What is missing for a client that is not compiled yet.
   *
   * @param node version that a runtime names
   * @param concurrency calls at a time
   */
  public List<Tool> missing(int node, int concurrency) {
    var client = NodeClient.of(node, concurrency);
    if (NpmProject.client(checkout, client).complete()) {
      return List.of();
    }
    var more = client == NodeClient.CALLBACKS ? FOR_3 : FOR_4;
    return Stream.concat(ALWAYS.stream(), more.stream())
        .filter(tool -> programs.first(tool.program()).isEmpty())
        .toList();
  }

  /** The one command that installs them. */
  public String install(List<Tool> missing) {
    var fedora = programs.first("dnf").isPresent();
    return programs.install(
        missing.stream()
            .map(tool -> fedora ? tool.fedora() : tool.debian())
            .collect(Collectors.joining(" ")));
  }

  /**
   * A program, and the packages that bring it.
   *
   * @param program as it is called
   * @param debian package of Debian and its kin
   * @param fedora package of Fedora and its kin
   */
  public record Tool(String program, String debian, String fedora) {}
}
