package io.longhaul.cli.scaffold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a new agent. */
record Template(AgentName name, String version) {

  /** Contents by path inside the agent's folder, in the order worth reading them. */
  Map<String, String> files() {
    var code = "java/io/longhaul/agents/" + name.packageName() + "/";
    var files = new LinkedHashMap<String, String>();
    files.put("agent.yaml", text("agent.yaml"));
    files.put("src/main/" + code + name.className() + ".java", text("Agent.java.txt"));
    files.put("src/main/" + code + "package-info.java", text("package-info.java.txt"));
    files.put("src/test/" + code + name.className() + "Test.java", text("AgentTest.java.txt"));
    files.put("sample/input.json", text("input.json"));
    files.put("pom.xml", text("pom.xml"));
    files.put("README.md", text("README.md"));
    return files;
  }

  private String text(String resource) {
    try (var in = Template.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The template misses " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@NAME@", name.value())
          .replace("@PACKAGE@", name.packageName())
          .replace("@CLASS@", name.className())
          .replace("@VERSION@", version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
