package dev.cleave.bench.cp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.bench.cli.Main;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * GNU cp and Cleave, started as cp, side by side on equal trees: what is there afterwards, the exit
 * code and the messages must be equal. The properties {@value #CASES} and {@value #SEED} ask for
 * more cases, or for others.
 */
class CpComparisonTest {
  private static final String CASES = "cleave.cp.cases";
  private static final String SEED = "cleave.cp.seed";
  private static final int NOBODY = 65534;

  /** What the launcher starts a copy from: others than us may be able to read it. */
  private static final Path MODULES =
      Path.of(System.getProperty("jdk.module.path")).toAbsolutePath();

  private static final Path CLASSES = MODULES.resolveSibling("classes/cleave-bench.jar");

  @TempDir Path directory;

  @BeforeAll
  static void needsGnuCp() throws IOException, InterruptedException {
    String version = Shell.run(Path.of("/"), "cp --version").out();
    assumeTrue(version.startsWith("cp (GNU coreutils) 9.1\n"), "cp 9.1 is what we compare with");
  }

  static Stream<CpCase> cases() throws IOException, InterruptedException {
    long seed = Long.getLong(SEED, 20_261_123);
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    boolean nobody = canBeNobody();
    return Stream.iterate(1L, number -> number + 1)
        .limit(Integer.getInteger(CASES, 300))
        .map(number -> CpCase.random(number, random, nobody));
  }

  /** As root, and where the application lies in the open. */
  private static boolean canBeNobody() throws IOException, InterruptedException {
    List<String> shell = new ArrayList<>(asNobody());
    shell.add("bash");
    String java = System.getProperty("java.home") + "/bin/java";
    String script = "test -x " + java + " -a -r '" + CLASSES.toRealPath() + "'";
    return System.getProperty("user.name").equals("root")
        && Shell.run(Path.of("/"), script, shell, List.of()).exitCode() == 0;
  }

  private static List<String> asNobody() {
    String id = "=" + NOBODY;
    return List.of("setpriv", "--reuid" + id, "--regid" + id, "--clear-groups");
  }

  @BeforeEach
  void openTheDirectory() {
    directory.toFile().setExecutable(true, false);
    directory.toFile().setReadable(true, false);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @Execution(ExecutionMode.CONCURRENT) // each case has a tree and processes of its own
  void doesWhatCpDoes(CpCase one) throws IOException, InterruptedException {
    long start =
        System.currentTimeMillis() / 1000 - 1; // what was made since has no time to compare
    Path theirs = zoo("theirs", one);
    Path ours = zoo("ours", one);
    Shell cp = run(theirs, one, List.of("cp"));
    Shell cleave = run(ours, one, cleave());
    assertThat(differences(result(theirs, cp, start), result(ours, cleave, start)))
        .as(one.toString())
        .isEmpty();
  }

  private static List<String> result(Path tree, Shell shell, long start)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    lines.add("exit code " + shell.exitCode());
    shell.out().lines().sorted().forEach(line -> lines.add("out: " + line));
    shell.err().lines().sorted().forEach(line -> lines.add("err: " + line));
    lines.addAll(TreeListing.of(tree, start));
    return lines;
  }

  /** Order says nothing: directories are read in the order that their file system has. */
  private static List<String> differences(List<String> theirs, List<String> ours) {
    List<String> onlyTheirs = new ArrayList<>(theirs);
    List<String> onlyOurs = new ArrayList<>(ours);
    ours.forEach(onlyTheirs::remove);
    theirs.forEach(onlyOurs::remove);
    List<String> differences = new ArrayList<>();
    onlyTheirs.forEach(line -> differences.add("cp     " + line));
    onlyOurs.forEach(line -> differences.add("cleave " + line));
    return differences;
  }

  private Path zoo(String name, CpCase one) throws IOException, InterruptedException {
    Path place = Files.createDirectory(directory.resolve(name));
    try (InputStream script = CpComparisonTest.class.getResourceAsStream("zoo.sh")) {
      String text = new String(script.readAllBytes(), StandardCharsets.ISO_8859_1);
      Shell made = Shell.run(place, text);
      assertThat(made.exitCode()).as(made.err()).isZero();
    }
    if (one.asNobody()) {
      Shell.run(place, "chown -hR " + NOBODY + ":" + NOBODY + " .");
    }
    return place;
  }

  private static Shell run(Path place, CpCase one, List<String> program)
      throws IOException, InterruptedException {
    List<String> shell = new ArrayList<>(List.of("bash"));
    if (one.asNobody()) {
      shell.addAll(0, asNobody());
    }
    return Shell.run(place, one.script(), shell, program);
  }

  private List<String> cleave() {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "--module-path",
        MODULES.toString(),
        "--add-modules",
        "dev.cleave.tuner",
        "--enable-native-access=dev.cleave.engine",
        "-Dcleave.called=cp",
        "-cp",
        CLASSES.toString(),
        Main.class.getName(),
        "copy");
  }
}
