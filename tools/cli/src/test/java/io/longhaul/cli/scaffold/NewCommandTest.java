package io.longhaul.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {

  @TempDir private Path root;
  private TestShell shell;

  @BeforeEach
  void checkOut() throws IOException {
    Files.createDirectory(root.resolve("agents"));
    Files.copy(Path.of("../../agents/pom.xml"), root.resolve("agents/pom.xml"));
    shell = new TestShell(root);
  }

  @Test
  void listsWhatItWroteAndTheNextCommand() {
    assertThat(shell.type("new", "price-watch")).isZero();
    assertThat(shell.out().lines())
        .contains("agents/price-watch/agent.yaml", "agents/pom.xml")
        .allMatch(path -> Files.exists(root.resolve(path)));
    assertThat(shell.err()).contains("./longhaul exec price-watch --sample");
  }

  @Test
  void addsOneLineToThePom() throws IOException {
    var pom = root.resolve("agents/pom.xml");
    var before = Files.readAllLines(pom);
    shell.type("new", "price-watch");
    var line = "    <module>price-watch</module>";
    assertThat(Files.readAllLines(pom))
        .contains(line)
        .filteredOn(l -> !l.equals(line))
        .isEqualTo(before);
  }

  @Test
  void itsManifestIsValid() {
    shell.type("new", "price-watch");
    assertThat(shell.type("manifest", "check", "price-watch")).as(() -> shell.out()).isZero();
  }

  @Test
  void leavesNoPlaceholder() throws IOException {
    shell.type("new", "price-watch", "--json");
    try (var files = Files.walk(root.resolve("agents/price-watch"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern("@[A-Z]+@"));
    }
  }

  @Test
  void overwritesNothing() throws IOException {
    Files.createDirectories(root.resolve("agents/price-watch"));
    assertThat(shell.type("new", "price-watch")).isEqualTo(2);
    assertThat(shell.err()).contains("exists already");
    assertThat(Files.readString(root.resolve("agents/pom.xml"))).doesNotContain("price-watch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Price",
        "p",
        "-watch",
        "watch-",
        "a--b",
        "name-of-far-too-many-letters",
        "../x",
        "agents",
        "util",
        "manager"
      })
  void refusesNamesThatAreNone(String name) {
    assertThat(shell.type("new", "--", name)).isEqualTo(2);
    assertThat(root.resolve("agents")).isDirectoryNotContaining("regex:.*price.*");
  }

  @ParameterizedTest
  @CsvSource({
    "price-watch,pricewatch,PriceWatch",
    "new,newagent,New",
    "string,string,StringAgent",
    "test,test,TestAgent",
    "stop,stop,StopAgent",
    "agent-1,agent1,Agent1"
  })
  void namesBecomeJava(String name, String packageName, String className) {
    var agent = new AgentName(name);
    assertThat(agent.packageName()).isEqualTo(packageName);
    assertThat(agent.className()).isEqualTo(className);
  }
}
