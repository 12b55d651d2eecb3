package io.longhaul.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How code is written, wherever it stands. */
class HouseRulesTest {

  private static final JavaClasses CODE = Repository.mainClasses();
  private static final Set<String> EMPTY_WORDS =
      Set.of("util", "utils", "common", "helper", "helpers", "manager", "impl", "misc");

  @Test
  void rulesSeeEveryModule() {
    assertThat(Repository.modules())
        .extracting(Repository.Module::name)
        .contains("agent-sdk/api", "agent-runtime/core", "agent-runtime/app", "tools/cli");
    assertThat(Repository.modules())
        .as("compiled modules; run ./mvnw verify on the whole tree")
        .allMatch(module -> Files.isDirectory(module.classes()));
  }

  @ParameterizedTest
  @EnumSource
  void theCodeKeeps(Habit habit) {
    habit.rule().check(habit.keepers());
  }

  @ParameterizedTest
  @EnumSource
  void aViolationIsFound(Habit habit, @TempDir Path classes) throws Exception {
    var violation = Violations.compiled(habit, classes);
    assertThat(habit.rule().evaluate(violation).hasViolation()).isTrue();
  }

  @Test
  void aPackageLivesInOneModule() {
    var homes = new TreeMap<String, TreeSet<String>>();
    for (var module : Repository.modules()) {
      for (var source : module.sources("main")) {
        var name =
            module.folder().resolve("src/main/java").relativize(source.getParent()).toString();
        homes.computeIfAbsent(name, _ -> new TreeSet<>()).add(module.name());
      }
    }
    assertThat(homes)
        .as("two modules with one package share its package-private types by accident; rename one")
        .allSatisfy((_, modules) -> assertThat(modules).hasSize(1));
  }

  @Test
  void everyPackageIsNullMarked() {
    var unmarked = new TreeSet<String>();
    for (var type : CODE) {
      var marked =
          type.getPackage().tryGetPackageInfo().isPresent()
              && type.getPackage()
                  .getPackageInfo()
                  .isAnnotatedWith("org.jspecify.annotations.NullMarked");
      if (!marked) {
        unmarked.add(type.getPackageName());
      }
    }
    assertThat(unmarked)
        .as("NullAway checks marked packages only; add a package-info.java with @NullMarked")
        .isEmpty();
  }

  @Test
  void namesSayWhatATypeIs() {
    assertThat(
            CODE.stream()
                .map(JavaClass::getPackageName)
                .flatMap(name -> List.of(name.split("\\.")).stream()))
        .as("a package is a capability, not a drawer; name it by what its types do")
        .doesNotContainAnyElementsOf(EMPTY_WORDS);
    assertThat(
            CODE.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.matches(".*(Util|Utils|Helper|Helpers|Manager|Impl)")))
        .as("put the method on the type that owns the data, or name the type by its task")
        .isEmpty();
  }

  @Test
  void testsAreFound() {
    var lost = new TreeSet<String>();
    for (var type : Repository.testClasses()) {
      var hasTests =
          type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Test.class));
      var top = type.getName().replaceAll("\\$.*", "");
      if (hasTests
          && !type.getModifiers().contains(JavaModifier.ABSTRACT)
          && !top.matches(".*(Test|Contract)")) {
        lost.add(type.getName());
      }
    }
    assertThat(lost).as("Surefire runs classes named …Test; rename these").isEmpty();
  }

  @Test
  void noFileIsLongerThan400Lines() throws IOException {
    var long400 = new TreeMap<String, Integer>();
    for (var module : Repository.modules()) {
      for (var set : List.of("main", "test")) {
        for (Path source : module.sources(set)) {
          var lines = Files.readAllLines(source).size();
          if (lines > 400) {
            long400.put(Repository.ROOT.relativize(source).toString(), lines);
          }
        }
      }
    }
    assertThat(long400)
        .as("a file this long has two reasons to change; open a second one")
        .isEmpty();
  }
}
