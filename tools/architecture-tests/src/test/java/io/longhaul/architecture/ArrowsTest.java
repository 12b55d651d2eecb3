package io.longhaul.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Who may see whom. */
class ArrowsTest {

  private static final JavaClasses CODE = Repository.mainClasses();

  private static final String SDK = "io.longhaul.agent";
  private static final String MANIFEST = "io.longhaul.manifest..";
  private static final String TESTING = "io.longhaul.testing..";
  private static final String AGENTS = "io.longhaul.agents..";
  private static final String CLI = "io.longhaul.cli..";
  private static final String APP = "io.longhaul.app..";
  private static final String BENCHMARKS = "io.longhaul.benchmarks..";

  @Test
  void packagesHaveNoCircles() {
    check(
        slices()
            .matching("io.longhaul.(**)")
            .namingSlices("$1")
            .should()
            .beFreeOfCycles()
            .because(
                "parts that need each other are one part; move what both need below them, or pass an"
                    + " interface down"));
  }

  @Test
  void theSdkSeesTheJdkOnly() {
    check(
        classes()
            .that()
            .resideInAPackage(SDK)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(SDK, "java..", "org.jspecify..", "org.slf4j.."))
            .because(
                "whatever the SDK needs, every agent inherits; put it into the runtime and give"
                    + " agents an interface"));
  }

  @Test
  void theManifestSeesNothingOfOurs() {
    check(
        noClasses()
            .that()
            .resideInAPackage(MANIFEST)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.longhaul..").and(notIn(MANIFEST)))
            .because(
                "runtime, infra and tools read it alike; what only one of them needs belongs there"));
  }

  @Test
  void testingSeesTheSdkOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(TESTING)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.longhaul..").and(notIn(TESTING, SDK)))
            .because("an author's unit test needs no runtime; fake the part behind its interface"));
  }

  @Test
  void agentsSeeTheSdkAndThemselves() {
    check(
        noClasses()
            .that()
            .resideInAPackage(AGENTS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.longhaul..").and(notIn(AGENTS, SDK)))
            .because(
                "an agent runs on every version of the runtime; ask for it in AgentSetup or"
                    + " AgentContext"));
    check(
        slices()
            .matching("io.longhaul.agents.(*)..")
            .should()
            .notDependOnEachOther()
            .because("agents are deployed alone; let one call the other over HTTP"));
  }

  @Test
  void nothingSeesTools() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI)
            .because("tools stand on top; move what others need into the room that owns it"));
  }

  @Test
  void toolsSeeTheManifestOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.longhaul..").and(notIn(CLI, MANIFEST)))
            .because("the command line speaks HTTP to a service and starts it as a process"));
  }

  @Test
  void nothingSeesTheComposition() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(APP, BENCHMARKS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP)
            .because("the composition root sees all parts and none sees it; inject what you need"));
  }

  @Test
  void springStaysInTheRuntime() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(SDK, MANIFEST, TESTING, AGENTS, CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..")
            .because("SDK and tools outlive the framework; use the JDK or the SDK's interfaces"));
  }

  @Test
  void engineAndPortsKnowNeitherSpringNorHttp() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("io.longhaul.jobs..", "io.longhaul.handler..")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "io.longhaul.http..")
            .because(
                "jobs run the same without a web server; only the Configuration of a part may know"
                    + " Spring"));
  }

  @Test
  void sqliteStaysInTheEmbeddedStore() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("io.longhaul.jobs.embedded..", BENCHMARKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..", "java.sql..")
            .because("the store is behind JobStore, so that another one can take its place"));
  }

  private static DescribedPredicate<JavaClass> notIn(String... packages) {
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CODE);
  }
}
