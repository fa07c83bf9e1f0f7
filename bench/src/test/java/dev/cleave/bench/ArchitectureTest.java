package dev.cleave.bench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The direction of the modules, and the one home that each library has. */
class ArchitectureTest {
  private static JavaClasses classes;

  @BeforeAll
  static void importOurClasses() throws Exception {
    Path application = Path.of(System.getProperty("jdk.module.path")).getParent();
    List<Location> locations = new ArrayList<>();
    try (var files = Files.walk(application)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("cleave-")) {
          locations.add(Location.of(new JarFile(file.toFile())));
        }
      }
    }
    assertThat(locations).hasSize(4);
    classes = new ClassFileImporter().importLocations(locations);
  }

  @Test
  void modulesReadFromLeftToRight() {
    forbid(
        "dev.cleave.engine..", "dev.cleave.tuner..", "dev.cleave.reports..", "dev.cleave.bench..");
    forbid("dev.cleave.tuner..", "dev.cleave.reports..", "dev.cleave.bench..");
    forbid("dev.cleave.reports..", "dev.cleave.bench..");
  }

  @Test
  void theEngineNeedsNothingButTheJdk() {
    noClasses()
        .that()
        .resideInAPackage("dev.cleave.engine..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage("dev.cleave.engine..", "java..", "org.jspecify.annotations")))
        .check(classes);
  }

  @Test
  void onlyTheLinuxPackageLinksNativeCode() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.cleave.engine.linux..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.foreign\\.(Linker|SymbolLookup|FunctionDescriptor).*")
        .check(classes);
  }

  @Test
  void everyLibraryHasItsHome() {
    home("org.knowm.xchart..", "dev.cleave.reports.chart..");
    home("org.openjdk.jmh..", "dev.cleave.bench.jmh..");
    home("picocli..", "dev.cleave.bench.cli..");
    home(
        "tools.jackson..",
        "dev.cleave.tuner.json..",
        "dev.cleave.tuner.measure..",
        "dev.cleave.tuner.profile..",
        "dev.cleave.reports.json..",
        "dev.cleave.bench.health..",
        "dev.cleave.bench.jmh..",
        "dev.cleave.bench.process..",
        "dev.cleave.bench.qualify..",
        "dev.cleave.bench.cli..");
    home("org.HdrHistogram..", "dev.cleave.bench.qualify..");
  }

  private static void home(String library, String... homes) {
    DescribedPredicate<JavaClass> elsewhere =
        resideInAnyPackage("dev.cleave..")
            .and(DescribedPredicate.not(resideInAnyPackage(homes)))
            .as("Cleave's classes outside of %s", List.of(homes));
    noClasses()
        .that(elsewhere)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  private static void forbid(String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .check(classes);
  }
}
