package io.longhaul.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTableTest {

  @ParameterizedTest
  @MethodSource("io.longhaul.manifest.ProblemTable#shapes")
  void readWhenKeysOrValuesAreWrongReportsAllAtOnce(ProblemTable.Row row) {
    assertThat(Manifests.problems(row.yaml())).isEqualTo(row.problems()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.longhaul.manifest.ProblemTable#contradictions")
  void readWhenKeysContradictReportsAllAtOnce(ProblemTable.Row row) {
    assertThat(Manifests.problems(row.yaml())).isEqualTo(row.problems()).isNotEmpty();
  }
}
