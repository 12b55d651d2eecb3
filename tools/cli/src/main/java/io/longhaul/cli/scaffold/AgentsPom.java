package io.longhaul.cli.scaffold;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code agents/pom.xml}: the only file that must know each Java agent. */
record AgentsPom(Path file, String text) {

  private static final Pattern MODULES =
      Pattern.compile("(?s)\\n  <modules>\\n(.*?)  </modules>\\n");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern VERSION =
      Pattern.compile("(?s)<parent>.*?<version>([^<]+)</version>.*?</parent>");

  static AgentsPom read(Path file) throws IOException {
    return new AgentsPom(file, Files.readString(file));
  }

  String version() {
    return found(VERSION).group(1);
  }

  /** Adds a module in the order of the alphabet; nothing else in the file changes. */
  void add(String module) throws IOException {
    var block = found(MODULES);
    var names = new TreeSet<String>();
    var listed = MODULE.matcher(block.group(1));
    while (listed.find()) {
      names.add(listed.group(1));
    }
    names.add(module);
    var lines = new StringBuilder();
    names.forEach(name -> lines.append("    <module>").append(name).append("</module>\n"));
    Files.writeString(
        file, text.substring(0, block.start(1)) + lines + text.substring(block.end(1)));
  }

  private Matcher found(Pattern pattern) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new Refusal(
          Exit.FAILED,
          file + " is not laid out as longhaul knows it; add the module to it by hand.");
    }
    return matcher;
  }
}
