package io.longhaul.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Who may see whom. */
enum Arrow {
  PACKAGES_HAVE_NO_CIRCLES(
      slices()
          .matching("io.longhaul.(**)")
          .namingSlices("$1")
          .should()
          .beFreeOfCycles()
          .because(
              "parts that need each other are one part; move what both need below them, or pass an"
                  + " interface down")),
  THE_SDK_SEES_THE_JDK_ONLY(
      classes()
          .that()
          .resideInAPackage(Room.SDK)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(Room.SDK, "java..", "org.jspecify..", "org.slf4j.."))
          .because(
              "whatever the SDK needs, every agent inherits; put it into the runtime and give"
                  + " agents an interface")),
  THE_MANIFEST_SEES_NOTHING_OF_OURS(
      noClasses()
          .that()
          .resideInAPackage(Room.MANIFEST)
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.longhaul..").and(notIn(Room.MANIFEST)))
          .because(
              "runtime, infra and tools read it alike; what only one of them needs belongs there")),
  TESTING_SEES_THE_SDK_ONLY(
      noClasses()
          .that()
          .resideInAPackage(Room.TESTING)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.longhaul..").and(notIn(Room.TESTING, Room.SDK)))
          .because("an author's unit test needs no runtime; fake the part behind its interface")),
  AGENTS_SEE_THE_SDK_AND_THEMSELVES(
      noClasses()
          .that()
          .resideInAPackage(Room.AGENTS)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.longhaul..").and(notIn(Room.AGENTS, Room.SDK)))
          .because(
              "an agent runs on every version of the runtime; ask for it in AgentSetup or"
                  + " AgentContext")),
  AGENTS_DO_NOT_SEE_EACH_OTHER(
      slices()
          .matching("io.longhaul.agents.(*)..")
          .should()
          .notDependOnEachOther()
          .because("agents are deployed alone; let one call the other over HTTP")),
  NOTHING_SEES_TOOLS(
      noClasses()
          .that()
          .resideOutsideOfPackage(Room.CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Room.CLI)
          .because("tools stand on top; move what others need into the room that owns it")),
  TOOLS_SEE_THE_MANIFEST_ONLY(
      noClasses()
          .that()
          .resideInAPackage(Room.CLI)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.longhaul..").and(notIn(Room.CLI, Room.MANIFEST)))
          .because("the command line speaks HTTP to a service and starts it as a process")),
  NOTHING_SEES_THE_COMPOSITION(
      noClasses()
          .that()
          .resideOutsideOfPackages(Room.APP, Room.BENCHMARKS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Room.APP)
          .because("the composition root sees all parts and none sees it; inject what you need")),
  CORE_SEES_NEITHER_LAMBDA_NOR_COMPOSITION(
      noClasses()
          .that()
          .resideInAPackage("io.longhaul..")
          .and()
          .resideOutsideOfPackages(Room.LAMBDA, Room.APP, Room.BENCHMARKS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Room.LAMBDA)
          .because(
              "core serves native agents alone; what Lambda handlers need of it is a port in core")),
  NETTY_STAYS_IN_THE_RUNTIME_API(
      noClasses()
          .that()
          .resideInAPackage("io.longhaul..")
          .and()
          .resideOutsideOfPackage("io.longhaul.lambda.runtimeapi..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..")
          .because("callers are served by Tomcat; only runtime clients need what it cannot do")),
  LAMBDAS_INTERFACE_STAYS_IN_THE_ENTRY(
      noClasses()
          .that()
          .resideInAPackage("io.longhaul..")
          .and()
          .resideOutsideOfPackages(Room.APP, Room.AGENTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.amazonaws..")
          .because(
              "a native agent runs on Lambda through LambdaEntry alone; only an agent that is a"
                  + " Lambda function itself knows its interface")),
  SPRING_STAYS_IN_THE_RUNTIME(
      noClasses()
          .that()
          .resideInAnyPackage(Room.SDK, Room.MANIFEST, Room.TESTING, Room.AGENTS, Room.CLI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..")
          .because("SDK and tools outlive the framework; use the JDK or the SDK's interfaces")),
  ENGINE_AND_PORTS_KNOW_NEITHER_SPRING_NOR_HTTP(
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
                  + " Spring")),
  SQLITE_STAYS_IN_THE_EMBEDDED_STORE(
      noClasses()
          .that()
          .resideOutsideOfPackages("io.longhaul.jobs.embedded..", Room.BENCHMARKS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.sqlite..", "java.sql..")
          .because("the store is behind JobStore, so that another one can take its place"));

  @SuppressWarnings("ImmutableEnumChecker") // ArchUnit does not say so, but never changes one
  private final ArchRule rule;

  Arrow(ArchRule rule) {
    this.rule = rule.allowEmptyShould(true); // a room may be empty for now
  }

  ArchRule rule() {
    return rule;
  }

  private static DescribedPredicate<JavaClass> notIn(String... packages) {
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }

  /** The rooms; constants of the enum itself could not be used by its rules. */
  private static final class Room {
    static final String SDK = "io.longhaul.agent";
    static final String MANIFEST = "io.longhaul.manifest..";
    static final String TESTING = "io.longhaul.testing..";
    static final String AGENTS = "io.longhaul.agents..";
    static final String CLI = "io.longhaul.cli..";
    static final String LAMBDA = "io.longhaul.lambda..";
    static final String APP = "io.longhaul.app..";
    static final String BENCHMARKS = "io.longhaul.benchmarks..";
  }
}
