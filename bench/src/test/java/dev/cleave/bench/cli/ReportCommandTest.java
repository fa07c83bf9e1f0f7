package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReportCommandTest {
  /** The run that seals the format, with two copies of each candidate. */
  private static final Path SEALED =
      Path.of("../reports/src/test/resources/dev/cleave/reports/run.json");

  @TempDir Path home;

  @Test
  void rendersARunAgainFromItsRunJsonAlone() throws IOException {
    Path run = savedRun("20261122T221500Z", 1);
    String before = Files.readString(run.resolve("run.json"));

    InProcess report = InProcess.cleave(home, "report", "20261122T221500Z");

    assertThat(report.err()).isEmpty();
    assertThat(report.exitCode()).isZero();
    assertThat(report.out())
        .startsWith("Large files, until the copy returns: keep the default")
        .endsWith("report:  " + run.resolve("report.html") + "\n");
    for (String file :
        new String[] {"samples.csv", "jmh.json", "junit.xml", "summary.md", "report.html"}) {
      assertThat(run.resolve(file)).isNotEmptyFile();
    }
    assertThat(run.resolve("charts")).isNotEmptyDirectory();
    assertThat(run.resolve("run.json")).content().isEqualTo(before);
  }

  @Test
  void rendersElsewhereAndPrintsTheTunesDocument() throws IOException {
    Path run = savedRun("a", 1);
    Path output = home.resolve("ticket");

    InProcess report =
        InProcess.cleave(
            home, "report", "--json", "-o", output.toString(), run.resolve("run.json").toString());

    JsonNode document = Json.LINE.readTree(report.out());
    assertThat(document.path("schema").asString()).isEqualTo("cleave.tune/1");
    assertThat(document.path("verdict").asString()).isEqualTo("KEEP_DEFAULT");
    assertThat(Path.of(document.path("report").asString()))
        .isEqualTo(output.resolve("report.html"))
        .isNotEmptyFile();
    assertThat(run.toFile().list()).containsExactly("run.json");
  }

  @Test
  void aSlowerRunFailsWhereThatIsAskedFor() throws IOException {
    Path first = savedRun("a", 1);
    Path slower = savedRun("b", 2);

    InProcess asked =
        InProcess.cleave(home, "report", "--fail-on=slower", first.toString(), slower.toString());
    assertThat(asked.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(asked.out()).contains("\nSLOWER: ").contains("0.50 [");
    assertThat(asked.err()).isEmpty();
    assertThat(InProcess.cleave(home, "report", "a", "b").exitCode()).isZero();
    assertThat(InProcess.cleave(home, "report", "--fail-on=slower", "b", "a").exitCode()).isZero();
  }

  @Test
  void aComparisonIsOneDocumentAndItsFilesAreWrittenWhereAsked() throws IOException {
    savedRun("a", 1);
    savedRun("b", 2);
    Path output = home.resolve("out");

    InProcess report =
        InProcess.cleave(
            home, "report", "--json", "--margin=60%", "-o", output.toString(), "a", "b");

    JsonNode document = Json.LINE.readTree(report.out());
    assertThat(document.path("schema").asString()).isEqualTo("cleave.report/1");
    assertThat(document.path("verdict").asString()).isEqualTo("SAME");
    assertThat(document.path("margin").asDouble()).isEqualTo(0.6);
    assertThat(output.toFile().list())
        .containsExactlyInAnyOrder(
            "charts", "comparison.html", "comparison.json", "comparison.md", "comparison.xml");
  }

  @Test
  void runsOfOtherDevicesAreRefusedInOneLine() throws IOException {
    savedRun("a", 1);
    Path other = savedRun("b", 1);
    ObjectNode run = (ObjectNode) Json.LINE.readTree(Files.readString(other.resolve("run.json")));
    ((ObjectNode) run.path("destination")).put("identity", "xfs@sdb");
    Files.writeString(other.resolve("run.json"), Json.PRETTY.writeValueAsString(run));

    InProcess report = InProcess.cleave(home, "report", "a", "b");

    assertThat(report.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(report.out()).isEmpty();
    assertThat(report.err())
        .startsWith("cleave: cannot compare ")
        .contains(": they write to xfs@sdb and ext4@vda\n");
  }

  @Test
  void saysWhatIsNoRun() throws IOException {
    Path runs = home.resolve(".local/state/cleave/runs");
    Path cutOff = Files.createDirectories(runs.resolve("cut-off"));
    Files.createFile(cutOff.resolve("journal.jsonl"));

    assertThat(InProcess.cleave(home, "report", "nowhere"))
        .isEqualTo(
            new InProcess(1, "", "cleave: cannot report 'nowhere': no such run in " + runs + "\n"));
    assertThat(InProcess.cleave(home, "report", "cut-off").err())
        .contains("it has no run.json, so the tune was cut off; 'cleave tune --resume cut-off'");
    assertThat(InProcess.cleave(home, "report").exitCode()).isEqualTo(2);
    savedRun("a", 1);
    assertThat(InProcess.cleave(home, "report", "--fail-on=slower", "a").exitCode()).isEqualTo(2);
    assertThat(InProcess.cleave(home, "report", "--margin=200", "a", "a").exitCode()).isEqualTo(2);
  }

  @Test
  void printsTheSchemasOfRuns() {
    assertThat(schemaId("--schema")).isEqualTo("urn:cleave:schema:run:1");
    assertThat(schemaId("--schema=bench")).isEqualTo("urn:cleave:schema:bench-run:1");
    assertThat(schemaId("--schema=qualify")).isEqualTo("urn:cleave:schema:qualification:1");
    assertThat(InProcess.cleave(home, "report", "--schema=copy").err())
        .contains("'copy' is not tune, bench or qualify");
  }

  private String schemaId(String option) {
    InProcess report = InProcess.cleave(home, "report", option);
    return Json.LINE.readTree(report.out()).path("$id").asString();
  }

  @Test
  void itsHelpFitsATerminalAndNamesEachOption() {
    InProcess help = InProcess.cleave(home, "report", "--help");

    assertThat(help.out())
        .startsWith("Usage: cleave report [OPTION]... RUN...")
        .contains("--output=DIR", "--margin=PERCENT", "--fail-on=VERDICT", "--schema", "--json");
    assertThat(help.out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  /**
   * The sealed run under another name, its two rounds three times over, each copy so many times as
   * long.
   */
  private Path savedRun(String name, double slowness) throws IOException {
    Path directory =
        Files.createDirectories(home.resolve(".local/state/cleave/runs").resolve(name));
    ObjectNode run = (ObjectNode) Json.LINE.readTree(Files.readString(SEALED));
    run.put("id", name);
    ArrayNode samples = Json.LINE.createArrayNode();
    for (int time = 0; time < 3; time++) { // an interval takes three rounds
      for (JsonNode node : run.path("samples")) {
        ObjectNode sample = (ObjectNode) node.deepCopy();
        sample.put("round", sample.path("round").asInt() + 2 * time);
        for (String clock : new String[] {"commandSeconds", "durableSeconds"}) {
          sample.put(clock, slowness * sample.path(clock).asDouble());
        }
        samples.add(sample);
      }
    }
    run.set("samples", samples);
    Files.writeString(directory.resolve("run.json"), Json.PRETTY.writeValueAsString(run));
    return directory;
  }
}
