package io.longhaul.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** What editors say by the schema is what the reader says, contradictions between keys apart. */
class SchemaTest {

  private Schema schema;

  @BeforeEach
  void load() throws IOException {
    var text = Files.readString(GeneratedFilesTest.SCHEMA);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
  }

  @Test
  void schemaWhenManifestIsTheDesignsTakesIt() {
    assertThat(problems(Manifests.golden())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "env: {PORT: 8080, DEBUG: true}",
        "jobs: {timeout: none}\nclients: {web: {rate: none, circuit-breaker: none}}",
        "triggers: [{schedule: {cron: '0 6 ? * MON-FRI *', input: [1, {a: null}]}}]",
        "environments: {dev: {access: {audience: me}, clients: {web: {retries: 0}}}}"
            + "\naccess: {auth: jwt, issuer: 'http://localhost:9000'}",
      })
  void schemaWhenReaderTakesItTakesIt(String more) {
    assertThat(Manifests.problems(Manifests.LEAST + more)).isEmpty();
    assertThat(problems(Manifests.LEAST + more)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.longhaul.manifest.ProblemTable#shapes")
  void schemaWhenReaderRefusesAKeyOrValueRefusesItToo(ProblemTable.Row row) {
    assertThat(problems(row.yaml())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.longhaul.manifest.ProblemTable#contradictions")
  void schemaWhenOnlyKeysContradictLeavesItToTheReader(ProblemTable.Row row) {
    assertThat(problems(row.yaml())).isEmpty();
  }

  private List<String> problems(String yaml) {
    var value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    var json = JsonMapper.builder().build().valueToTree(value);
    return schema.validate(json).stream().map(Object::toString).toList();
  }
}
