package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cleave.tuner.json.Json;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class BenchCommandTest {
  private static final String PATH = System.getenv().getOrDefault("PATH", "");
  private static final Map<String, Double> SECONDS =
      Map.of(
          "cleave default",
          0.5,
          "cp",
          1.0,
          "cp --reflink=never",
          1.25,
          "dd",
          0.25,
          "Files.copy",
          2.0);

  @TempDir Path home;
  @TempDir Path source;
  @TempDir Path target;

  @Test
  void theDocumentHasTheExactFigures() throws Exception {
    InProcess bench = fake(SECONDS, List.of(), "--json", "--peers=cp,dd,Files.copy");

    assertThat(bench.exitCode()).as(bench.err()).isZero();
    assertThat(bench.err()).isEmpty();
    JsonNode document = Json.LINE.readTree(bench.out());
    assertThat(document.get("schema").asString()).isEqualTo("cleave.bench/1");
    assertThat(names(document)).containsExactly("cleave default", "cp", "dd", "Files.copy");
    JsonNode own = document.at("/contenders/0");
    assertThat(own.at("/plan/backend").asString()).isEqualTo("nio");
    assertThat(own.at("/plan/splitDepth").asInt()).isZero();
    assertInterval(own.get("commandSeconds"), "median", 0.5);
    assertThat(own.at("/commandSeconds/n").asInt()).isEqualTo(20);
    assertInterval(own.get("durableSeconds"), "median", 1.0);
    assertInterval(own.get("ratioToCp"), "ratio", 2);
    assertInterval(own.get("durableRatioToCp"), "ratio", 2);
    assertThat(own.get("cpuSecondsPerGB").asDouble())
        .isCloseTo(0.25 / (1 << 20) * 1e9, within(1e-6));
    assertThat(own.get("peakBytes").asLong()).isEqualTo(FakeBenchMeasurer.PEAK_BYTES);
    JsonNode cp = document.at("/contenders/1");
    assertThat(cp.get("plan").isNull()).isTrue();
    assertThat(cp.get("ratioToCp").isNull()).isTrue();
    assertInterval(document.at("/contenders/2/ratioToCp"), "ratio", 4);
    JsonNode roofline = document.get("roofline");
    assertThat(roofline.get("read").asDouble()).isCloseTo(1 << 22, within(1e-3));
    assertThat(roofline.get("write").asDouble()).isCloseTo(1 << 21, within(1e-3));
    assertThat(roofline.get("copy").asDouble()).isCloseTo(1 << 20, within(1e-3));
    assertThat(roofline.get("share").asDouble()).isCloseTo(1, within(1e-9));
    assertThat(document.get("missing").toString()).contains("cleave profile", "no profile for");
    assertKept(Path.of(document.get("run").asString()));
    assertNothingIsLeft();
  }

  @Test
  void isReportedAgainFromItsRunJsonAlone() throws Exception {
    Path run =
        Path.of(
            Json.LINE
                .readTree(fake(SECONDS, List.of(), "--json", "--peers=cp").out())
                .get("run")
                .asString());
    String markdown = Files.readString(run.resolve("summary.md"));
    Files.delete(run.resolve("summary.md"));
    String document = Files.readString(run.resolve("run.json"));

    InProcess report = InProcess.cleave(home, "report", run.getFileName().toString());

    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(report.out())
        .startsWith("Command clock: cleave default wins: 2.00x")
        .endsWith("report: " + run.resolve("report.html") + "\n");
    assertThat(run.resolve("summary.md")).content().isEqualTo(markdown);
    assertThat(run.resolve("run.json")).content().isEqualTo(document);
    assertThat(InProcess.cleave(home, "report", run.toString(), run.toString()).err())
        .contains("a bench is rendered again, but not compared with runs");
  }

  private static List<String> names(JsonNode document) {
    List<String> names = new ArrayList<>();
    document.get("contenders").forEach(one -> names.add(one.get("name").asString()));
    return names;
  }

  private static void assertInterval(JsonNode interval, String middle, double value) {
    assertThat(interval.get(middle).asDouble()).isCloseTo(value, within(1e-9));
    assertThat(interval.get("low").asDouble()).isCloseTo(value, within(1e-9));
    assertThat(interval.get("high").asDouble()).isCloseTo(value, within(1e-9));
  }

  private void assertKept(Path run) throws IOException {
    assertThat(run.getParent()).isEqualTo(home.resolve(".local/state/cleave/runs"));
    for (String file : new String[] {"run.json", "samples.csv", "summary.md", "report.html"}) {
      assertThat(run.resolve(file)).isNotEmptyFile();
    }
    assertThat(run.resolve("charts")).isNotEmptyDirectory();
    int contenders = 4;
    int rooflines = 3;
    int rounds = 20;
    assertThat(Files.readAllLines(run.resolve("journal.jsonl"))).hasSize(contenders * rounds);
    assertThat(Files.readAllLines(run.resolve("samples.csv")))
        .hasSize(1 + (contenders + rooflines) * rounds);
    JsonNode kept = Json.LINE.readTree(Files.readString(run.resolve("run.json")));
    assertThat(kept.get("schema").asString()).isEqualTo("cleave.bench-run/1");
    assertThat(kept.get("samples").size()).isEqualTo(contenders * rounds);
  }

  private void assertNothingIsLeft() {
    assertThat(source).isEmptyDirectory();
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void saysWhereAPeerWins() throws Exception {
    InProcess bench = fake(SECONDS, List.of(), "--peers=cp,dd");

    assertThat(bench.exitCode()).isZero();
    assertThat(bench.out().lines()).allMatch(line -> line.length() <= 80 || line.contains("/"));
    assertThat(joined(bench.out()))
        .contains(
            "Command clock: dd wins: cleave default, the engine's fastest, is 0.50x [0.50 to 0.50]"
                + " as fast.")
        .contains("Roofline (a fake, N=20): read 4.00, write 2.00, both at once 1.00 MiB/s;");
    assertThat(bench.out())
        .contains("cleave default    20  0.500 2.00 [2.00, 2.00]   1.00 2.00 [2.00, 2.00]")
        .contains("cp                20   1.00 1                   2.00 1 ");
  }

  @Test
  void saysWhereTheEngineWins() throws Exception {
    InProcess bench = fake(SECONDS, List.of(), "--peers=cp");

    assertThat(joined(bench.out()))
        .contains(
            "Command clock: cleave default wins: 2.00x [2.00 to 2.00] as fast as cp, the fastest"
                + " peer.");
  }

  @Test
  void aCloneIsNoCopyAndAnotherCpIsComparedWith() throws Exception {
    InProcess bench = fake(SECONDS, List.of("cp"), "--json", "--peers=cp,cp --reflink=never");

    JsonNode document = Json.LINE.readTree(bench.out());
    assertThat(document.get("cp").asString()).isEqualTo("cp --reflink=never");
    JsonNode cp = document.at("/contenders/1");
    assertThat(cp.at("/commandSeconds/n").asInt()).isZero();
    assertThat(cp.get("invalidSamples").asInt()).isEqualTo(20);
    assertThat(cp.get("whyInvalid").asString()).isEqualTo("shared extents: all of it");
    assertInterval(document.at("/contenders/0/ratioToCp"), "ratio", 2.5);
    InProcess told = fake(SECONDS, List.of("cp"), "--peers=cp,cp --reflink=never");
    assertThat(joined(told.out()))
        .contains(
            "cp shared the source's blocks in 1.000 s instead of copying (20 samples, not used):"
                + " where a clone will do, it wins.");
  }

  @Test
  void withoutAValidSampleOfTheEngineTheMeasurementIsInvalid() throws Exception {
    InProcess bench = fake(SECONDS, List.of("cleave default"), "--peers=cp");

    assertThat(bench.exitCode()).isEqualTo(ExitCode.INVALID);
    assertThat(bench.out()).contains("the engine has no valid sample");
  }

  /** Lines as the terminal has them, in one. */
  private static String joined(String text) {
    return text.replaceAll("\\n {2}", " ");
  }

  private InProcess fake(Map<String, Double> seconds, List<String> cloning, String... options)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("HOME", home.toString(), "PATH", PATH),
            "cleave",
            false);
    List<String> arguments = new ArrayList<>(List.of("--quiet", "--budget=10m", "--size=1MiB"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of(source.toString(), target.toString()));
    int exitCode =
        Picocli.run(
            CommandKind.BENCH,
            new CommandLine(
                new BenchCommand(
                    console, settings -> new FakeBenchMeasurer(settings, seconds, cloning))),
            arguments.toArray(String[]::new),
            console);
    return new InProcess(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void measuresTheRealOnes() throws IOException {
    InProcess bench =
        bench(
            PATH,
            "--json",
            "--budget=10m",
            "--rounds=2",
            "--size=16MiB",
            "--peers=cp,dd,rsync,Files.copy");

    assertThat(bench.exitCode()).as(bench.err()).isZero();
    JsonNode document = Json.LINE.readTree(bench.out());
    assertThat(names(document)).contains("cleave default", "cp", "dd", "Files.copy");
    for (JsonNode one : document.get("contenders")) {
      assertThat(one.at("/commandSeconds/n").asInt()).as(one.toString()).isPositive();
      assertThat(one.get("cpuSecondsPerGB").asDouble()).isPositive();
    }
    assertThat(document.at("/contenders/0/peakBytes").asLong()).isGreaterThan(20L << 20);
    assertThat(document.at("/roofline/copy").asDouble()).isPositive();
    assertThat(document.at("/roofline/share").asDouble()).isPositive();
    assertNothingIsLeft();
  }

  @Test
  void missingPeersAreNamed() throws IOException {
    InProcess bench =
        bench("/no/such/directory", "--json", "--budget=10m", "--rounds=1", "--size=1MiB");

    assertThat(bench.exitCode()).as(bench.err()).isZero();
    JsonNode document = Json.LINE.readTree(bench.out());
    assertThat(names(document)).containsExactly("cleave default", "Files.copy");
    for (String name : new String[] {"cp", "rsync", "dd", "rclone"}) {
      assertThat(document.get("missing").toString()).contains("no " + name + " on the PATH");
    }
    assertThat(document.at("/roofline/by").asString()).startsWith("Cleave's own I/O, ");
  }

  @Test
  void aPeerThatFailsIsOutAndNamed() throws IOException {
    Path broken =
        Files.writeString(
            home.resolve("rsync"),
            """
        #!/bin/sh
        [ "$1" = --version ] && echo rsync 9.9 && exit
        echo no good >&2
        exit 3
        """);
    assertThat(broken.toFile().setExecutable(true)).isTrue();

    InProcess bench =
        bench(
            home.toString(),
            "--json",
            "--budget=10m",
            "--rounds=1",
            "--size=1MiB",
            "--peers=rsync");

    assertThat(bench.exitCode()).as(bench.err()).isZero();
    JsonNode document = Json.LINE.readTree(bench.out());
    assertThat(names(document)).containsExactly("cleave default");
    assertThat(document.get("missing").toString())
        .contains("failed in round 1: rsync ended with 3: no good");
    assertNothingIsLeft();
  }

  @Test
  void aDryRunMeasuresNothing() {
    InProcess bench = bench(PATH, "--dry-run", "--budget=10m", "--size=1MiB", "--peers=cp,dd");

    assertThat(bench.exitCode()).as(bench.err()).isZero();
    assertThat(bench.out())
        .contains("cp: ")
        .contains("not there: cleave profile, ")
        .contains("rounds of a file of 1MiB")
        .endsWith("nothing was measured: --dry-run\n");
    assertNothingIsLeft();
    assertThat(home.resolve(".local/state/cleave/runs")).isEmptyDirectory();
  }

  @Test
  void keepsTheRunWhereItIsTold() throws IOException {
    Path kept = home.resolve("kept");
    InProcess bench =
        bench(
            PATH, "--budget=10m", "--rounds=1", "--size=1MiB", "--peers=cp", "-o", kept.toString());

    assertThat(bench.exitCode()).as(bench.err()).isZero();
    assertThat(bench.out()).endsWith("report: " + kept.resolve("report.html") + "\n");
    assertThat(bench(PATH, "--budget=10m", "--size=1MiB", "-o", kept.toString()).err())
        .isEqualTo("cleave: cannot write to '" + kept + "': it isn't empty\n");
  }

  @Test
  void refusesWhatCannotBeMeasured() {
    InProcess missing =
        InProcess.cleave(home, "bench", source.resolve("x").toString(), target.toString());
    assertThat(missing)
        .isEqualTo(
            new InProcess(
                1,
                "",
                "cleave: cannot bench '" + source.resolve("x") + "': No such file or directory\n"));
    assertRefused(bench(PATH, "--size=4000TiB"), 1, "too little room in " + target);
    assertRefused(bench(PATH, "--budget=4s", "--size=1MiB"), 1, "the budget is too small: ");
    assertRefused(
        bench(PATH, "--budget=10m", "--write-budget=4MiB", "--size=1MiB"),
        1,
        "the budget is too small: ");
    assertNothingIsLeft();
  }

  private static void assertRefused(InProcess bench, int exitCode, String why) {
    assertThat(bench.exitCode()).as(bench.err()).isEqualTo(exitCode);
    assertThat(bench.err().lines().findFirst().orElse("")).contains(why);
    assertThat(bench.err()).hasLineCount(exitCode); // with wrong usage a second one names --help
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void wrongUsageEndsInTwo() {
    assertRefused(InProcess.cleave(home, "bench", source.toString()), 2, "needs a directory");
    assertRefused(bench(PATH, "--peers=scp"), 2, "'scp' is no peer; there are cp, ");
    assertRefused(bench(PATH, "--cache=both"), 2, "--cache is cold or warm");
    assertRefused(bench(PATH, "--rounds=0"), 2, "--rounds must be at least 1");
    assertRefused(bench(PATH, "--size=0"), 2, "--size must be at least one byte");
    assertRefused(bench(PATH, "--budget=5"), 2, "'5' is no time");
  }

  @Test
  void refusesAFileSystemThatIsReadOnly() throws Exception {
    assumeThat(System.getProperty("user.name")).as("mounting needs root").isEqualTo("root");
    run("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", target.toString());
    try {
      assertRefused(bench(PATH), 1, "or it is read-only; a bench needs to write");
    } finally {
      run("umount", target.toString());
    }
  }

  private static void run(String... words) throws Exception {
    assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void leavesNothingWhenInterrupted() throws Exception {
    ProcessBuilder builder =
        ChildProcess.cleave(
            home,
            List.of(),
            "bench",
            "--budget=10m",
            "--size=64MiB",
            source.toString(),
            target.toString());
    Process bench = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = bench.errorReader()) {
      assertThat(said.readLine()).contains("contenders: cleave default, cp, "); // it begins
      new ProcessBuilder("kill", "-INT", Long.toString(bench.pid())).start().waitFor();
      assertThat(bench.waitFor()).isEqualTo(130);
    }
    assertNothingIsLeft();
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process -> process.info().commandLine().orElse("").contains(target.toString()));
  }

  private InProcess bench(String path, String... options) {
    List<String> arguments = new ArrayList<>(List.of("bench", "--quiet"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of(source.toString(), target.toString()));
    return InProcess.run(
        Map.of("HOME", home.toString(), "PATH", path),
        "",
        "cleave",
        arguments.toArray(String[]::new));
  }
}
