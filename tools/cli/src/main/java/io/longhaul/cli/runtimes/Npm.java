package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills folders with npm: whole, or not marked as complete. */
record Npm(Shell shell, Path program) {

  /**
   * The npm on the PATH.
   *
   * @throws Refusal if there is none
   */
  static Npm of(Shell shell) {
    var programs = new Programs(shell);
    return new Npm(
        shell,
        programs
            .first("npm")
            .orElseThrow(() ->
                new Refusal(
                    Exit.BUILD_FAILED,
                    "npm, which installs what Node functions need, is not on the PATH. Install it: "
                        + programs.install("npm"))));
  }

  /**
   * Returns when the folder is filled, whoever did it.
   *
   * @param headers of Node.js, for what is compiled; null lets node-gyp fetch them
   */
  void ready(NpmProject project, @Nullable Path headers) {
    new Once(shell, "Node", project.folder(), project::complete)
        .unlessComplete(() -> fill(project, headers));
  }

  private void fill(NpmProject project, @Nullable Path headers) throws IOException {
    var folder = project.folder();
    shell.say("Installing %s (once; %s) in %s".formatted(project.what(), project.takes(), folder));
    new Leftovers(folder).remove();
    Files.createDirectories(folder);
    for (var file : project.files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    var line = line(project);
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    var environment = builder.environment();
    environment.putAll(shell.environment());
    environment.put(Step.INSTALLS, folder.toString());
    // the compilation itself asks for no more than one processor
    var processors = Integer.toString(Runtime.getRuntime().availableProcessors());
    environment.put("MAKEFLAGS", "-j" + processors);
    environment.put("JOBS", processors);
    if (headers != null) {
      environment.put("npm_config_nodedir", headers.toString());
    }
    try (var _ = new Elapsed(shell)) {
      var step = Step.run(builder);
      if (step.code() != 0) {
        throw failed(project, step, line);
      }
    }
    Files.createFile(project.marker());
  }

  private List<String> line(NpmProject project) {
    var line = new ArrayList<>(List.of(program.toString(), project.locked() ? "ci" : "install"));
    if (!project.locked()) {
      line.add("--no-package-lock");
    }
    // careful people turn scripts off in their settings; npm would then compile nothing, and say so
    // to nobody
    line.add("--ignore-scripts=" + !project.compiled());
    line.addAll(List.of("--no-audit", "--no-fund", "--foreground-scripts"));
    return line;
  }

  private static Refusal failed(NpmProject project, Step step, List<String> line) {
    return new Refusal(
        Exit.BUILD_FAILED,
        "npm cannot install %s (exit code %d):\n%s\nIt needs a package registry; behind a mirror: npm config set registry URL. Try until it works:\n  cd '%s' && %s\nThen run this command again."
            .formatted(
                project.what(),
                step.code(),
                step.tail().indent(2).stripTrailing(),
                project.folder(),
                String.join(" ", line)));
  }
}
