package io.longhaul.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/** How code is written, wherever it stands. */
enum Habit {
  NO_STATIC_STATE_THAT_CHANGES(
      Repository::mainClasses,
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal()
          .because(
              "it is shared by every test and every agent in the process; keep it in an object")),
  TIME_COMES_FROM_AN_INJECTED_CLOCK(
      Repository::mainClasses,
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.longhaul.app..", "io.longhaul.cli..", "io.longhaul.benchmarks..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .because("tests move the clock; take a Clock in the constructor")),
  NOTHING_PRINTS_BUT_COMMANDS(
      Repository::mainClasses,
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.longhaul.app..", "io.longhaul.cli..", "io.longhaul.benchmarks..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because(
              "a service logs through slf4j, so that a line has its time, level and execution")),
  TESTS_DO_NOT_SLEEP(
      Repository::testClasses,
      noClasses()
          .that()
          .doNotHaveSimpleName("TestSite") // a server whose pages are slow
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class)
          .orShould()
          .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
          .because(
              "a sleep is too short on a slow machine and too long on a fast one; move a clock, or await the condition"));

  @SuppressWarnings("ImmutableEnumChecker") // a method reference
  private final Supplier<JavaClasses> keepers;

  @SuppressWarnings("ImmutableEnumChecker") // ArchUnit does not say so, but never changes one
  private final ArchRule rule;

  Habit(Supplier<JavaClasses> keepers, ArchRule rule) {
    this.keepers = keepers;
    this.rule = rule;
  }

  /** Those who keep it. */
  JavaClasses keepers() {
    return keepers.get();
  }

  ArchRule rule() {
    return rule;
  }
}
