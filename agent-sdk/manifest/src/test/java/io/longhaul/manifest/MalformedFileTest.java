package io.longhaul.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedFileTest {

  private final ManifestReader reader = new ManifestReader();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owner: [a|agent.yaml:6:10: found malformed YAML (expected ',' or ']', but got <stream end>)",
        "owner: !x y|agent.yaml:6:8: owner: found the tag !x, expected a value without a tag.",
        "? [a]|agent.yaml:6:3: found a list or map as a key, expected a name.",
        "owner: a, owner: b|agent.yaml:6:16: found malformed YAML (mapping values are not allowed",
        "a: &a [*a]|found aliases that expand without bounds, expected fewer of them.",
        "owner: *x|agent.yaml:6:8: found malformed YAML (found undefined alias x)",
      })
  void readWhenYamlIsMalformedSaysWhere(String more, String problem) {
    assertThat(Manifests.problems(Manifests.LEAST + more)).anyMatch(text -> text.contains(problem));
  }

  @Test
  void readWhenTwoDocumentsAreInTheFileRefusesThem() {
    assertThat(Manifests.problems(Manifests.LEAST + "---\na: b"))
        .singleElement()
        .asString()
        .startsWith("agent.yaml:6:1: found malformed YAML");
  }

  @Test
  void readWhenKeyIsDoubledSaysWhereItStands() {
    assertThat(Manifests.problems(Manifests.LEAST + "owner: a\nname: b"))
        .containsExactly(
            "agent.yaml:7:1: name: found the key a second time, expected it once."
                + " It stands in line 2 already.");
  }

  @Test
  void readWhenControlCharacterStandsInItNamesIt() {
    assertThat(Manifests.problems(Manifests.LEAST + "owner: 'x\u0001'"))
        .containsExactly(
            "agent.yaml:6:10: found malformed YAML (the character U+0001),"
                + " expected one YAML document.");
  }

  @Test
  void readWhenNestedTooDeepRefusesBeforeTheStackDoes() {
    assertThat(Manifests.problems("[".repeat(100_000)))
        .containsExactly("agent.yaml:1:51: found more than 50 levels of nesting, expected fewer.");
  }

  @Test
  void readWhenAliasesMultiplyRefusesThem() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(Manifests.problems(bomb.toString()))
        .anyMatch(text -> text.contains("aliases that expand without bounds"));
  }

  @Test
  void readWhenAliasIsHarmlessTakesIt() {
    var jobs =
        Manifests.leastWith("jobs: &j {attempts: 5}\nenvironments: {dev: {jobs: *j}}").jobs();
    assertThat(jobs.attempts()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"'',an empty file", "'# nothing',an empty file", "just text,no map", "- a,no map"})
  void readWhenFileIsNoMapSaysSo(String yaml, String found) {
    assertThat(Manifests.problems(yaml)).singleElement().asString().contains("found " + found);
  }

  @Test
  void readWhenFolderHasNoManifestSaysHowToMakeOne() {
    assertThatThrownBy(() -> reader.read(folder, "dev"))
        .isInstanceOf(InvalidManifest.class)
        .hasMessage(
            folder.resolve("agent.yaml")
                + ": found no file, expected an agent.yaml. longhaul new NAME makes an agent.");
  }

  @Test
  void readWhenFileIsHugeRefusesIt() throws IOException {
    Files.writeString(folder.resolve("agent.yaml"), "#".repeat(1_100_000));
    assertThatThrownBy(() -> reader.read(folder, "dev")).hasMessageContaining("more than 1 MB");
  }

  @Test
  void readWhenFileIsNotUtf8SaysSo() throws IOException {
    Files.write(folder.resolve("agent.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
    assertThatThrownBy(() -> reader.read(folder, "dev")).hasMessageContaining("not UTF-8");
  }

  @Test
  void readWhenFileOrFolderIsNamedReadsTheSame() throws IOException {
    Files.writeString(folder.resolve("agent.yaml"), "\uFEFF" + Manifests.LEAST);
    var byFolder = reader.read(folder, "dev");
    assertThat(byFolder).isEqualTo(reader.read(folder.resolve("agent.yaml"), "dev"));
    assertThat(byFolder.folder()).isEqualTo(folder);
  }
}
