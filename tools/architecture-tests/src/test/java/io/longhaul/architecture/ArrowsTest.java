package io.longhaul.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrowsTest {

  private static final JavaClasses CODE = Repository.mainClasses();

  @ParameterizedTest
  @EnumSource
  void theCodeKeeps(Arrow arrow) {
    arrow.rule().check(CODE);
  }

  @ParameterizedTest
  @EnumSource
  void aViolationIsFound(Arrow arrow, @TempDir Path classes) throws Exception {
    var violation = Violations.compiled(arrow, classes);
    assertThat(arrow.rule().evaluate(violation).hasViolation()).isTrue();
  }
}
