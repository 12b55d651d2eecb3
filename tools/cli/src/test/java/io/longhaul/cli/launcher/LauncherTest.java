package io.longhaul.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.launcher.Clone.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, started as people start it. */
class LauncherTest {

  @TempDir private Path folder;
  private Clone clone;

  @BeforeEach
  void copy() throws Exception {
    clone = Clone.in(folder.resolve("a clone"));
  }

  @Test
  void withoutAJdkSaysSoInOneLine() throws Exception {
    var nothing = clone.with("LONGHAUL_JDKS", "/nowhere").with("PATH", onlyJava17());
    var ended = nothing.type("doctor");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err().strip()).doesNotContain("\n").contains("JDK 25", "adoptium.net");
    assertThat(clone.builds()).isZero();
  }

  @Test
  void functionIsBuiltAndBuiltAgainWhenItsCodeIsGone() throws Exception {
    var echo = clone.root().resolve("agents/echo");
    Files.writeString(
        echo.resolve("agent.yaml"),
        TestCheckout.MANIFEST + "runtime: java25\ncode: target/function.jar # what is uploaded\n");
    clone.type("send", "echo", "--schedule");
    assertThat(clone.root().resolve("maven.calls"))
        .content()
        .contains("-pl tools/cli,agent-runtime/app,agents/echo -am package");
    clone.type("send", "echo", "--schedule");
    assertThat(clone.builds()).isEqualTo(2);

    Files.createFile(echo.resolve("target/function.jar"));
    clone.type("send", "echo", "--schedule");
    assertThat(clone.builds()).isEqualTo(2);
  }

  @Test
  void javaHomeIsTakenWhenItIsThe25() throws Exception {
    var mine = Clone.jdk(folder.resolve("mine"), "25");
    assertThat(clone.with("JAVA_HOME", mine.toString()).type("doctor").out())
        .startsWith(mine + "/bin/java");
  }

  @Test
  void javaHomeIsPassedOverWhenItIsAnother() throws Exception {
    var old = Clone.jdk(folder.resolve("old"), "17.0.15");
    assertThat(clone.with("JAVA_HOME", old.toString()).type("doctor").out())
        .startsWith(folder + "/jdks/jdk-25/bin/java");
  }

  @Test
  void toolchainsKnownToMavenAreTaken() throws Exception {
    var known = Clone.jdk(folder.resolve("known"), "25.0.1");
    var m2 = Files.createDirectories(folder.resolve("home/.m2"));
    Files.writeString(
        m2.resolve("discovered-jdk-toolchains-cache.xml"),
        "<x>\n  <jdkHome>" + known + "</jdkHome>\n</x>\n");
    assertThat(clone.with("LONGHAUL_JDKS", "/nowhere").type("doctor").out())
        .startsWith(known + "/bin/java");
  }

  @Test
  void commandsAreToldWhereOtherJdksStand() throws Exception {
    var home = Clone.jdk(folder.resolve("java home"), "25");
    var other = Clone.jdk(folder.resolve("jdks/jdk-17"), "17.0.15");
    var known = Clone.jdk(folder.resolve("known"), "21");
    Files.writeString(
        Files.createDirectories(folder.resolve("home/.m2")).resolve("toolchains.xml"),
        "<jdkHome>" + known + "</jdkHome>\n");
    assertThat(clone.with("JAVA_HOME", home.toString()).type("exec", "echo", "--sample").out())
        .containsSubsequence("-Dlonghaul.jdks=" + home, "\n" + other + "\n", "\n" + known);
  }

  @Test
  void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
    clone.type("manifest", "check");
    assertThat(clone.type("manifest", "check").err()).doesNotContain("building");
    assertThat(clone.builds()).isEqualTo(1);

    touch("tools/cli/src/main/A.java");
    assertThat(clone.type("manifest", "check").err()).contains("building tools/cli");
    assertThat(clone.builds()).isEqualTo(2);
  }

  @Test
  void buildsTheAgentOnlyForCommandsThatStartIt() throws Exception {
    clone.type("manifest", "check", "echo");
    clone.type("exec", "echo", "--sample");
    assertThat(clone.root().resolve("maven.calls"))
        .content()
        .containsSubsequence(
            "-pl tools/cli -am package", "-pl tools/cli,agent-runtime/app,agents/echo -am package")
        .contains("-Dmaven.test.skip=true", "-Dchecks.skip=true");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    var first = clone.start(clone.root(), "./longhaul", "manifest", "check");
    var second = clone.start(clone.root(), "./longhaul", "manifest", "check");
    assertThat(Ended.of(first).code()).isZero();
    assertThat(Ended.of(second).code()).isZero();
    assertThat(clone.builds()).isEqualTo(1);
  }

  @Test
  void lockOfADeadOwnerIsTaken() throws Exception {
    var build = Files.createDirectories(clone.root().resolve(".longhaul/.build"));
    Files.createSymbolicLink(build.resolve("lock"), Path.of("999999999"));
    assertThat(clone.type("manifest", "check").code()).isZero();
  }

  @Test
  void failedBuildShowsItsErrorAndRunsNothing() throws Exception {
    Files.createFile(clone.root().resolve("broken"));
    var ended = clone.type("manifest", "check");
    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.err()).contains("Foo.java:[3,1] not a statement", "build.log");
    assertThat(Files.isSymbolicLink(clone.root().resolve(".longhaul/.build/lock"))).isFalse();
  }

  @Test
  void worksThroughALinkFromAnywhere() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("lh"), Path.of("a clone/longhaul"));
    var ended = Ended.of(clone.start(folder.resolve("home"), link.toString(), "manifest", "check"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("-Dlonghaul.root=" + clone.root(), "manifest check");
  }

  @Test
  void runBecomesTheService() throws Exception {
    var process =
        clone.withRealJava().start(clone.root(), "./longhaul", "run", "echo", "--port", "0");
    try (var out = process.inputReader(UTF_8)) {
      var up = out.readLine();
      assertThat(up)
          .startsWith("up " + process.pid() + " ")
          .contains("--data " + clone.root() + "/.longhaul/echo", "--port 0");
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(42);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void runKeepsItsPlanUntilSomethingChanges() throws Exception {
    Files.writeString(
        clone.root().resolve("plan"),
        "keep -\nwatch agents/echo/agent.yaml\nhint try it\nword echo\nword served it\n");
    assertThat(clone.type("run", "echo").out()).contains("/bin/java ").endsWith("served it\n");

    var again = clone.type("run", "echo");
    assertThat(again.out()).isEqualTo("served it\n");
    assertThat(again.err()).isEqualTo("try it\n");
    assertThat(clone.type("run", "echo", "--port", "1").out()).contains("/bin/java ");

    touch("agents/echo/agent.yaml");
    assertThat(clone.type("run", "echo").out()).contains("/bin/java ");
  }

  @Test
  void runForgetsItsPlanWhenTheCacheIsCutOff() throws Exception {
    Files.writeString(clone.root().resolve("cache"), "12345");
    Files.writeString(clone.root().resolve("plan"), "keep 5\nwatch cache\nword echo\n");
    clone.type("run", "echo");
    assertThat(clone.type("run", "echo").out()).isEqualTo("\n");

    Files.writeString(clone.root().resolve("cache"), "123");
    Files.setLastModifiedTime(clone.root().resolve("cache"), FileTime.fromMillis(0));
    assertThat(clone.type("run", "echo").out()).contains("/bin/java ");
  }

  @Test
  void runOfAWrongManifestStartsNothing() throws Exception {
    Files.writeString(clone.root().resolve("agents/echo/agent.yaml"), "manifest: 1\n");
    var ended = clone.withRealJava().type("run", "echo");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("agent.yaml", "description");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aSnapshotOutlivesTheNextBuild() throws Exception {
    clone.type("manifest", "check");
    var before = clone.ownJar();
    Files.writeString(clone.root().resolve("tools/cli/target/own-1.jar"), "other");
    touch("tools/cli/pom.xml");
    clone.type("manifest", "check");
    assertThat(clone.ownJar()).isNotEqualTo(before);
    assertThat(before).exists();
  }

  private void touch(String file) throws Exception {
    Files.setLastModifiedTime(
        clone.root().resolve(file), FileTime.from(Instant.now().plusSeconds(1)));
  }

  /** A PATH with the tools that the script calls, and a java that is 17. */
  private String onlyJava17() throws Exception {
    var bin = Clone.jdk(folder.resolve("jdk-17"), "17.0.15").resolve("bin");
    for (var tool : List.of("dirname", "readlink", "find", "bash", "env")) {
      Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
    }
    return bin.toString();
  }
}
