package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bench.cli.FakeCheckout.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/cleave} in a checkout with spaces in its name. */
class LauncherTest {
  private static final String BUILDING = "cleave: building (first use or changed sources) ...\n";

  @TempDir private Path directory;
  private FakeCheckout checkout;

  @BeforeEach
  void layOut() throws IOException {
    checkout = new FakeCheckout(directory);
    checkout.addMaven("");
  }

  @Test
  void buildsOnFirstUseAndSaysSo() throws Exception {
    Path jdk = addJdk25();

    Ended first = checkout.run("probe", ".");

    assertThat(first.exitCode()).isZero();
    assertThat(first.errors()).isEqualTo(BUILDING);
    assertThat(first.java()).isEqualTo(jdk + "/bin/java");
    assertThat(checkout.builds())
        .singleElement()
        .asString()
        .startsWith(jdk + " ")
        .endsWith("-DskipTests package");
  }

  @Test
  void printsNothingAndBuildsNothingWhenAllIsWell() throws Exception {
    built();

    Ended second = checkout.run("probe", ".");

    assertThat(second.errors()).isEmpty();
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void handsArgumentsOnVerbatim() throws Exception {
    built();
    String[] arguments = {"x", "", "two words", "line\nend\n", "*", "$(exit)", "\"'\\", "-D", "--"};

    assertThat(checkout.run(arguments).arguments()).containsExactly(arguments);
  }

  @Test
  void handsTheExitCodeOn() throws Exception {
    checkout.addJdk(checkout.jdks.resolve("jdk"), "25", "exit 7");
    checkout.run();

    assertThat(checkout.run().exitCode()).isEqualTo(7);
  }

  @Test
  void becomesTheJvmSoThatSignalsReachIt() throws Exception {
    checkout.addJdk(checkout.jdks.resolve("jdk"), "25", "echo $$");
    checkout.run();

    Process process = checkout.start(checkout.launcher);

    assertThat(FakeCheckout.end(process).output()).isEqualTo(process.pid() + "\n");
  }

  @Test
  void grantsNativeAccessToTheEngineAlone() throws Exception {
    built();
    Path application = checkout.applications().getFirst();

    assertThat(checkout.run("probe").words())
        .contains(
            "--enable-native-access=dev.cleave.engine",
            "--illegal-native-access=deny",
            "-Dcleave.home=" + checkout.root)
        .containsSequence("--module-path", application + "/modules")
        .containsSequence("-cp", application + "/classes/*", "dev.cleave.bench.cli.Main");
  }

  @Test
  void boundsTheHeapOfACopy() throws Exception {
    built();

    assertThat(checkout.run("copy", "a", "b").words()).contains("-Xmx64m");
    assertThat(checkout.run("tune", "a").words()).contains("-Xmx512m");
  }

  @Test
  void isCopyWhenStartedAsCp() throws Exception {
    built();
    Path link = directory.resolve("a link/cp");
    Files.createDirectory(link.getParent());
    Files.createSymbolicLink(link, checkout.launcher);

    Ended ended = checkout.run(link, "-a", "x y", "z");

    assertThat(ended.arguments()).containsExactly("copy", "-a", "x y", "z");
    assertThat(ended.words()).contains("-Dcleave.called=cp", "-Xmx64m");
  }

  @Test
  void speaksAsCpWhenStartedAsCp() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("cp"), checkout.launcher);

    assertThat(checkout.run(link, "a", "b").errors()).startsWith("cp: needs a JDK 25");
  }

  @Test
  void startsThroughLinksToLinksAndToFolders() throws Exception {
    built();
    Path folder = Files.createSymbolicLink(directory.resolve("f"), checkout.launcher.getParent());
    Path first = Files.createSymbolicLink(directory.resolve("first"), folder.resolve("cleave"));
    Path second = Files.createSymbolicLink(directory.resolve("second"), first.getFileName());

    assertThat(checkout.run(second, "x").arguments()).containsExactly("x");
    assertThat(checkout.run(folder.resolve("cleave"), "y").arguments()).containsExactly("y");
    assertThat(checkout.run(Path.of("../the checkout/./scripts/cleave"), "z").arguments())
        .containsExactly("z");
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void prefersJavaHome() throws Exception {
    addJdk25();
    Path own = checkout.addJdk(directory.resolve("my jdk"), "26.0.1");
    checkout.set("JAVA_HOME", own);

    assertThat(checkout.run().java()).isEqualTo(own + "/bin/java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.15", "1.8.0_402", "24", "", "x"})
  void passesOverAJavaHomeThatIsTooOld(String version) throws Exception {
    Path good = addJdk25();
    checkout.set("JAVA_HOME", checkout.addJdk(directory.resolve("old"), version));

    assertThat(checkout.run().java()).isEqualTo(good + "/bin/java");
  }

  @Test
  void passesOverAJavaHomeThatIsNone() throws Exception {
    Path good = addJdk25();
    checkout.set("JAVA_HOME", directory.resolve("nowhere"));

    assertThat(checkout.run().java()).isEqualTo(good + "/bin/java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "25.0.3", "25-ea", "26", "101"})
  void takesAnyVersionFrom25OnAmongOlderOnes(String version) throws Exception {
    checkout.addJdk(checkout.jdks.resolve("a 17"), "17.0.15");
    Path good = checkout.addJdk(checkout.jdks.resolve("b"), version);
    Files.createDirectories(checkout.jdks.resolve("c/bin"));

    assertThat(checkout.run().java()).isEqualTo(good + "/bin/java");
  }

  @Test
  void prefersTheJavaOnThePathAmongThoseInTheUsualPlaces() throws Exception {
    checkout.addJdk(checkout.jdks.resolve("a"), "25");
    Path chosen = checkout.addJdk(checkout.jdks.resolve("b"), "26");
    checkout.addCommand("java", chosen.resolve("bin/java"));

    assertThat(checkout.run().java()).isEqualTo(chosen + "/bin/java");
  }

  @Test
  void followsTheJavaOnThePathToAnUnusualPlace() throws Exception {
    Path hidden = checkout.addJdk(directory.resolve("hidden"), "25");
    checkout.addCommand("java", hidden.resolve("bin/java"));

    assertThat(checkout.run().java()).isEqualTo(hidden + "/bin/java");
  }

  @Test
  void saysWhatToInstallWithoutAJdk() throws Exception {
    checkout.addJdk(checkout.jdks.resolve("jdk-17"), "17.0.15");

    assertThat(checkout.run("probe"))
        .isEqualTo(
            new Ended(
                1,
                "",
                "cleave: needs a JDK 25 or newer and found none;"
                    + " install one, e.g. temurin-25-jdk, or set JAVA_HOME\n"));
  }

  @Test
  void saysWhatToInstallWithoutMaven() throws Exception {
    addJdk25();
    checkout.removeMaven();

    assertThat(checkout.run("probe"))
        .isEqualTo(
            new Ended(
                1,
                "",
                "cleave: needs Maven to build and found no mvn on the PATH;"
                    + " install it, e.g. apt install maven\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "engine/pom.xml", "engine/src/main/java/dev/Source.java"})
  void buildsAgainWhenASourceIsNewer(String changed) throws Exception {
    built();
    checkout.age();
    assertThat(checkout.run().errors()).isEmpty();

    Files.writeString(checkout.root.resolve(changed), "changed");

    assertThat(checkout.run().errors()).isEqualTo(BUILDING);
    assertThat(checkout.run().errors()).isEmpty();
  }

  @Test
  void buildsAgainWhenASourceIsDeletedOrAdded() throws Exception {
    built();
    checkout.age();
    Files.delete(checkout.source);
    assertThat(checkout.run().errors()).isEqualTo(BUILDING);

    checkout.age();
    Files.createDirectories(checkout.source.resolveSibling("added"));
    assertThat(checkout.run().errors()).isEqualTo(BUILDING);
  }

  @Test
  void buildsNothingForAChangedTest() throws Exception {
    built();
    checkout.age();
    Files.createDirectories(checkout.root.resolve("engine/src/test/java"));

    assertThat(checkout.run().errors()).isEmpty();
  }

  @Test
  void buildsASourceFromTheFutureOnce() throws Exception {
    built();
    Files.setLastModifiedTime(
        checkout.source, FileTime.from(Instant.parse("2100-01-01T00:00:00.123Z")));

    assertThat(checkout.run().errors()).isEqualTo(BUILDING);
    assertThat(checkout.run().errors()).isEmpty();
  }

  @Test
  void buildsAgainWhatChangedDuringABuild() throws Exception {
    checkout.addMaven("touch -d 2100-01-01 engine/src/main/java/dev/Source.java");
    built();

    assertThat(checkout.run().errors()).isEqualTo(BUILDING);
    assertThat(checkout.run().errors()).isEmpty();
  }

  @Test
  void showsTheEndOfTheLogWhenABuildFails() throws Exception {
    addJdk25();
    checkout.addMaven("echo '[ERROR] no such symbol'\nexit 1");

    Ended ended = checkout.run("probe");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors())
        .isEqualTo(
            BUILDING
                + "[ERROR] no such symbol\n"
                + "cleave: the build failed: mend what it says above (all of it: "
                + checkout.root
                + "/.cleave/build.log) and start again\n");
  }

  @Test
  void keepsTheLastBuildThatWorkedOutOfAFailedOnesWay() throws Exception {
    built();
    List<Path> before = checkout.applications();
    checkout.addMaven("exit 1");
    checkout.age();
    Files.writeString(checkout.source, "broken");
    assertThat(checkout.run().exitCode()).isEqualTo(1);

    assertThat(checkout.applications()).isEqualTo(before);
    assertThat(checkout.run().exitCode()).as("still broken").isEqualTo(1);
    checkout.age();
    assertThat(checkout.run().errors()).as("mended by going back").isEmpty();
  }

  @Test
  void buildsOnceForTwoAtTheSameTime() throws Exception {
    addJdk25();

    Process one = checkout.start(checkout.launcher, "one");
    Process two = checkout.start(checkout.launcher, "two");

    assertThat(FakeCheckout.end(one).exitCode()).isZero();
    assertThat(FakeCheckout.end(two).exitCode()).isZero();
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void leavesTheJarsOfARunningOneAlone() throws Exception {
    checkout.addJdk(checkout.jdks.resolve("jdk"), "25", "echo started\nread -r line");
    Process running = checkout.start(checkout.launcher);
    try (BufferedReader output = running.inputReader()) {
      assertThat(output.readLine()).isEqualTo("started");
      Path used = checkout.applications().getFirst();

      rebuild();
      rebuild();
      rebuild();

      assertThat(checkout.applications()).hasSize(3).contains(used);
      running.getOutputStream().close();
      assertThat(running.waitFor()).isEqualTo(1);
      rebuild();
      assertThat(checkout.applications()).hasSize(2).doesNotContain(used);
    }
  }

  @Test
  void neverBuildsWhereItIsInstalled() throws Exception {
    Path jdk = addJdk25();
    Files.delete(checkout.root.resolve("pom.xml"));

    Ended ended = checkout.run("x");

    assertThat(ended.errors()).isEmpty();
    assertThat(ended.words())
        .startsWith(jdk + "/bin/java")
        .containsSequence("--module-path", checkout.root + "/lib/cleave/modules");
    assertThat(checkout.builds()).isEmpty();
  }

  private Path addJdk25() throws IOException {
    return checkout.addJdk(checkout.jdks.resolve("jdk-25"), "25.0.3");
  }

  /** A checkout that has been built already. */
  private void built() throws Exception {
    addJdk25();
    assertThat(checkout.run().exitCode()).isZero();
  }

  private void rebuild() throws Exception {
    checkout.age();
    Files.writeString(checkout.source, "changed");
    assertThat(checkout.run().errors()).isEqualTo(BUILDING);
  }
}
